package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;

/** What the servers of a merchant say, which the database of the tests does not. */
class KnownFailureTest {

  @ParameterizedTest
  @CsvSource({
    "08001, 0, Public Key Retrieval is not allowed, PUBLIC_KEY",
    "HY000, 3159, Connections using insecure transport are prohibited, TLS",
    "HY000, 1698, Access denied for user 'hub'@'localhost', LOGIN",
    "HY000, 1862, Your password has expired, LOGIN",
    "HY000, 3118, Access denied. Account is locked, LOGIN",
    "HY000, 1130, Host '10.0.0.9' is not allowed to connect, HOST",
    "HY000, 1290, The MySQL server is running with the --super-read-only option, READ_ONLY",
    "HY000, 1836, Running in read-only mode, READ_ONLY",
    "HY000, 1665, impossible to write to binary log since BINLOG_FORMAT = STATEMENT, BINLOG",
    "40001, 1205, Lock wait timeout exceeded, LOCKED",
    "HY000, 3572, lock could not be acquired immediately and NOWAIT is set, LOCKED",
    "HY000, 3024, maximum statement execution time exceeded, SLOW",
    "08004, 1040, Too many connections, TROUBLED",
    "HY000, 1021, Disk full, TROUBLED",
    "08S01, 1053, Server shutdown in progress, UNREACHABLE"
  })
  void isToldByItsNumberOrItsWords(String state, int number, String text, KnownFailure expected) {
    SQLException said = new SQLException(text, state, number);

    assertThat(KnownFailure.of(new SqlFailure(new UncategorizedSQLException("x", "y", said), true)))
        .contains(expected);
  }

  @Test
  void isFoundBelowWhatThePoolSays() {
    SQLException refused = new SQLException("Access denied for user", "28000", 1045);
    SQLException pool = new SQLTransientConnectionException("not available", refused);

    assertThat(
            KnownFailure.of(
                new SqlFailure(new CannotGetJdbcConnectionException("no connection", pool), true)))
        .contains(KnownFailure.LOGIN);
  }

  @Test
  void isAnOutageWhereThePoolHasClosedAConnectionThatBrokeInAWrite() {
    SQLException closed = new SQLException("Connection is closed");

    assertThat(
            KnownFailure.of(new SqlFailure(new UncategorizedSQLException("x", "y", closed), true)))
        .contains(KnownFailure.UNREACHABLE);
  }

  @Test
  void isAnOutageWhereTheLineBreaksWhileTlsIsAgreedUpon() {
    SSLHandshakeException broken = new SSLHandshakeException("terminated");
    broken.initCause(new EOFException());

    assertThat(
            KnownFailure.of(
                new SqlFailure(new DataAccessResourceFailureException("no", broken), true)))
        .contains(KnownFailure.UNREACHABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "HY000, 1366, Incorrect string value",
    "21000, 1242, Subquery returns more than 1 row",
    "HY000, 1290, The MySQL server is running with the --secure-file-priv option",
    "42S22, 1054, Unknown column 'x'"
  })
  void isNothingThatSpeaksOfARowOrAStatement(String state, int number, String text) {
    SQLException said = new SQLException(text, state, number);

    assertThat(KnownFailure.of(new SqlFailure(new UncategorizedSQLException("x", "y", said), true)))
        .isEmpty();
  }
}
