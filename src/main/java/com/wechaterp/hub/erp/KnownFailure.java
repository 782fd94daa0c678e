package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.ErpException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The failures of a database that speak neither of a row nor of a statement; the first that fits is
 * meant. Numbers are those of the MySQL and MariaDB error references.
 */
enum KnownFailure {
  PUBLIC_KEY("erp-public-key", Kind.PACK, failure -> failure.says("public key retrieval")),
  TLS("erp-tls", Kind.PACK, KnownFailure::isTls),
  LOGIN(
      "erp-login-refused",
      Kind.PACK,
      failure -> failure.number(1045, 1251, 1698, 1820, 1862, 3118, 4151) || failure.state("28")),
  HOST("erp-host-refused", Kind.PACK, failure -> failure.number(1129, 1130)),
  DATABASE("erp-database-missing", Kind.PACK, failure -> failure.number(1044, 1046, 1049)),
  ZONE("erp-zone-unknown", Kind.PACK, failure -> failure.number(1298)),
  URL(
      "erp-settings-wrong",
      Kind.PACK,
      failure ->
          failure.state("01S00")
              || isSetting(failure)
              || failure.says(
                  "no suitable driver",
                  "malformed database url",
                  "cannot handle a connection string",
                  "the connection property")),
  READ_ONLY(
      "erp-read-only",
      Kind.PACK,
      failure ->
          failure.number(1792, 1836)
              || failure.number(1290) && failure.says("read-only", "read only", "read_only")
              || failure.state("25006", "90097")),
  BINLOG("erp-binlog-statement", Kind.PACK, failure -> failure.number(1665)),
  STATEMENT_KIND(
      "erp-statement-kind",
      Kind.PACK,
      failure ->
          failure.says(
              "cannot issue statements that do not produce result sets",
              "cannot issue statements that produce result sets",
              "can not issue",
              "method is only allowed for a query",
              "method is not allowed for a query")),
  LOCKED(
      "erp-locked",
      Kind.BUSY,
      failure ->
          failure.number(1205, 1213, 3572)
              || failure.state("40", "55P03", "HYT00")
              || failure.is(PessimisticLockingFailureException.class)),
  SLOW(
      "erp-slow",
      Kind.BUSY,
      failure -> failure.number(1317, 1969, 3024) || failure.is(QueryTimeoutException.class)),
  TROUBLED(
      "erp-server-troubled",
      Kind.OUTAGE,
      failure ->
          failure.number(1021, 1037, 1038, 1040, 1041, 1114, 1203, 1206, 1226)
              || failure.state("53")),
  UNREACHABLE("erp-unreachable", Kind.OUTAGE, KnownFailure::isConnection);

  private final String code;
  private final Kind kind;
  private final Predicate<SqlFailure> fits;

  KnownFailure(String code, Kind kind, Predicate<SqlFailure> fits) {
    this.code = code;
    this.kind = kind;
    this.fits = fits;
  }

  static Optional<KnownFailure> of(SqlFailure failure) {
    return Arrays.stream(values()).filter(each -> each.fits.test(failure)).findFirst();
  }

  /** Returns whether no SQL can mend what a code stands for, so that every file meets it. */
  static boolean isOfSettings(String code) {
    return Arrays.stream(values()).anyMatch(each -> each.code.equals(code) && each.ofSettings());
  }

  private boolean ofSettings() {
    return kind == Kind.PACK && compareTo(URL) <= 0;
  }

  String code() {
    return code;
  }

  Kind kind() {
    return kind;
  }

  /** What keeps a driver from connecting at all, if neither line nor server does, it was told. */
  private static boolean isSetting(SqlFailure failure) {
    return failure.is(
            CannotGetJdbcConnectionException.class, CannotCreateTransactionException.class)
        && !(failure.root() instanceof SQLException)
        && !(failure.root() instanceof IOException)
        && !(failure.root() instanceof GeneralSecurityException);
  }

  /** A line that breaks while TLS is agreed upon is no matter of TLS. */
  private static boolean isTls(SqlFailure failure) {
    boolean broken =
        failure.is(EOFException.class, SocketException.class, SocketTimeoutException.class);
    return failure.number(3159)
        || failure.says("ssl connection required", "secure transport")
        || !broken && failure.is(SSLException.class, CertificateException.class);
  }

  private static boolean isConnection(SqlFailure failure) {
    return failure.state("08", "57P0")
        || failure.number(1053, 1152, 1927, 4031)
        // The pool's own words of a connection that broke in a write; there is no state.
        || failure.says("connection is closed")
        || failure.is(
            IOException.class,
            SQLTransientConnectionException.class,
            SQLNonTransientConnectionException.class,
            SQLRecoverableException.class);
  }
}
