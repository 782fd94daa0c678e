package com.wechaterp.hub.erp;

import com.wechaterp.hub.problem.Problem;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells apart how an ERP's database can fail. */
final class ErpFailures {

  static final String SETTINGS = "erp-settings-wrong";

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

  private ErpFailures() {}

  /** Only an outage keeps its cause: the others' repeats values of rows in a stack trace. */
  static ErpException of(ErpDatabase database, String file, RuntimeException failure) {
    return isOutage(failure)
        ? new ErpException(
            Problem.of("erp-unreachable", "url", database.address(), "error", reason(failure)),
            ErpException.Kind.OUTAGE,
            failure)
        : new ErpException(
            Problem.of("erp-sql-wrong", "file", file, "error", reason(failure)),
            ErpException.Kind.PACK,
            null);
  }

  /** What no SQL can mend is the same for every file. */
  static boolean isOfSettings(Problem problem) {
    return problem.code().equals(SETTINGS);
  }

  /** A deadlock or a lock held too long is worth another try at once. */
  static boolean isLock(RuntimeException failure) {
    return failure instanceof PessimisticLockingFailureException
        || failure instanceof CannotAcquireLockException;
  }

  /** A constraint, or a trigger or procedure that says no, concerns this row alone. */
  static boolean isRefusal(RuntimeException failure) {
    return failure instanceof DataIntegrityViolationException || state(failure).startsWith("45");
  }

  private static String state(RuntimeException failure) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
    String state = root instanceof SQLException sql ? sql.getSQLState() : null;
    return state == null ? "" : state;
  }

  private static boolean isOutage(RuntimeException failure) {
    if (failure instanceof CannotGetJdbcConnectionException
        || failure instanceof CannotCreateTransactionException
        || failure instanceof DataAccessResourceFailureException
        || failure instanceof QueryTimeoutException
        || failure instanceof TransientDataAccessException) {
      return true;
    }
    Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
    String state = state(failure);
    return state.startsWith("08")
        || root instanceof java.io.IOException
        || !(failure instanceof NonTransientDataAccessException) && state.isEmpty();
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
