package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.ErpException.Kind;
import com.wechaterp.hub.problem.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Says in a sentence how an ERP's database failed, and what that asks of the caller. */
final class ErpFailures {

  private static final String SETTINGS = "erp-settings-wrong";
  private static final String UNRECOGNISED = "erp-unrecognised";

  /** H2 repeats the whole statement; its file is named already. */
  private static final String STATEMENT = "; SQL statement: .*";

  /** Where databases repeat a row's value, which may be a person's. */
  private static final Map<Pattern, String> VALUES =
      Map.of(
          Pattern.compile("(Duplicate entry )'.*'( for key)"),
          "$1'***'$2",
          Pattern.compile("([Vv]alue: ?)'.*'( for (?:column|function)|(?: at row \\d+)?$)"),
          "$1'***'$2",
          Pattern.compile("(Value too long for column .*: )\".*\"(?= |$)"),
          "$1***",
          Pattern.compile("(Data conversion error converting )\".*\""),
          "$1***",
          Pattern.compile(" VALUES \\(.*\\)"),
          " VALUES (***)");

  private final ErpProperties properties;

  ErpFailures(ErpProperties properties) {
    this.properties = properties;
  }

  /** Returns the URL without its options and its user, which may hold a password. */
  String address() {
    return properties.url().replaceAll("[?;].*", "").replaceFirst("//.*@", "//");
  }

  /** What no SQL can mend is the same for every file. */
  static boolean isOfSettings(Problem problem) {
    return KnownFailure.isOfSettings(problem.code());
  }

  /** Returns whether one row may have spoiled a statement over many. */
  static boolean isUnrecognised(Problem problem) {
    return problem.code().equals(UNRECOGNISED);
  }

  /** A deadlock is worth another try at once; whoever holds a row for long is still there. */
  boolean isDeadlock(RuntimeException failure) {
    return failure instanceof PessimisticLockingFailureException
        && !seen(failure).number(1205)
        && !seen(failure).state("HYT00");
  }

  /** A constraint, a value, or a trigger or procedure that says no, concerns this row alone. */
  boolean isRefusal(RuntimeException failure) {
    return failure instanceof DataIntegrityViolationException
        || seen(failure).state("22", "23", "44", "45");
  }

  /** A call of a procedure is prepared without a look at the procedure. */
  boolean isOfProcedure(RuntimeException failure) {
    return seen(failure).number(1305, 1318, 1370);
  }

  private SqlFailure seen(RuntimeException failure) {
    return new SqlFailure(failure, properties.mysql());
  }

  /** Returns whether the failure speaks neither of a row nor of a statement. */
  boolean isKnown(RuntimeException failure) {
    return KnownFailure.of(seen(failure)).isPresent();
  }

  /**
   * Returns a failure of what concerns many rows, or of a statement that is wrong.
   *
   * @param limit how long it could have taken
   */
  ErpException of(String file, String subject, Duration limit, RuntimeException failure) {
    KnownFailure known = KnownFailure.of(seen(failure)).orElse(null);
    if (known != null) {
      return exception(known.code(), known.kind(), file, subject, limit, failure);
    }
    SqlFailure seen = seen(failure);
    String code =
        seen.state("42", "90022", "90096") || !seen.ofDatabase() ? "erp-sql-wrong" : UNRECOGNISED;
    return exception(code, Kind.PACK, file, subject, limit, failure);
  }

  /** Returns that the ERP will not take or give this key. */
  ErpException refused(Asked asked, RuntimeException failure) {
    return new ErpException(
        Problem.of(
            asked.refused(),
            "port",
            asked.port().name(),
            "key",
            asked.key(),
            "error",
            reason(failure),
            "file",
            asked.file()),
        Kind.BAD_ROW,
        null);
  }

  /** Returns that a statement, counted from 1, changed no row though it must. */
  static ErpException changedNothing(Asked asked, int statement) {
    return new ErpException(
        Problem.of(
            "erp-write-changed-nothing",
            "port",
            asked.port().name(),
            "key",
            asked.key(),
            "statement",
            statement,
            "file",
            asked.file()),
        Kind.BAD_ROW,
        null);
  }

  /** Only an outage keeps its cause: the others' repeats values of rows in a stack trace. */
  private ErpException exception(
      String code,
      Kind kind,
      String file,
      String subject,
      Duration limit,
      RuntimeException failure) {
    return new ErpException(
        Problem.of(
            code,
            "url",
            address(),
            "file",
            SqlLine.at(file, failure),
            "subject",
            subject,
            "seconds",
            limit.toSeconds(),
            "error",
            withoutUrl(reason(failure))),
        kind,
        kind == Kind.OUTAGE ? failure : null);
  }

  /** The sentences of pool and driver may repeat the URL with its password. */
  private String withoutUrl(String reason) {
    String url = properties.url();
    return url.isEmpty() ? reason : reason.replace(url, address());
  }

  /** Returns that the ERP fell silent, or answered so slowly that nobody would wait. */
  ErpException silent(String file, Duration limit, RuntimeException failure) {
    return exception("erp-silent", Kind.OUTAGE, file, file, limit, failure);
  }

  /** Returns that the hub stopped before the ERP had answered. */
  ErpException stopped(String file, Duration limit, RuntimeException failure) {
    return exception("erp-stopped", Kind.BUSY, file, file, limit, failure);
  }

  /** Returns whether there was no connection because the hub uses all it may have. */
  boolean isCrowded(RuntimeException failure) {
    // The pool's own sentence; with no connection at all it is the ERP that is away.
    return seen(failure).says("active=" + properties.poolSize() + ", idle=0");
  }

  /** Returns that all of the hub's own connections were in use. */
  ErpException crowded(String file, String subject) {
    return new ErpException(
        Problem.of(
            "erp-pool-crowded", "subject", subject, "file", file, "size", properties.poolSize()),
        Kind.BUSY,
        null);
  }

  /** No key can pass until the settings are mended, so that none may be given up for them. */
  ErpException settings(RuntimeException failure) {
    return new ErpException(
        Problem.of(SETTINGS, "url", address(), "error", withoutUrl(reason(failure))),
        Kind.PACK,
        NestedExceptionUtils.getMostSpecificCause(failure));
  }

  /** Returns what the database says, without the values it repeats. */
  static String reason(RuntimeException failure) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
    String message =
        String.valueOf(root.getMessage())
            .replaceAll("\\s+", " ")
            .replaceFirst(STATEMENT, "")
            .replaceAll("[.\\s]+$", "");
    for (Map.Entry<Pattern, String> value : VALUES.entrySet()) {
      message = value.getKey().matcher(message).replaceAll(value.getValue());
    }
    return message.length() <= 300 ? message : message.substring(0, 300) + "…";
  }
}
