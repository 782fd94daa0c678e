package com.wechaterp.hub.erp;

import com.wechaterp.hub.problem.Problem;
import java.sql.SQLException;
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

  /** H2 repeats the whole statement; its file is named already. */
  private static final String STATEMENT = "; SQL statement: .*";

  private ErpFailures() {}

  static ErpException of(ErpDatabase database, String file, RuntimeException failure) {
    return isOutage(failure)
        ? new ErpException(
            Problem.of("erp-unreachable", "url", database.address(), "error", reason(failure)),
            ErpException.Kind.OUTAGE,
            failure)
        : new ErpException(
            Problem.of("erp-sql-wrong", "file", file, "error", reason(failure)),
            ErpException.Kind.PACK,
            failure);
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

  static String reason(RuntimeException failure) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
    String message =
        String.valueOf(root.getMessage())
            .replaceAll("\\s+", " ")
            .replaceFirst(STATEMENT, "")
            .replaceAll("[.\\s]+$", "");
    return message.length() <= 300 ? message : message.substring(0, 300) + "…";
  }
}
