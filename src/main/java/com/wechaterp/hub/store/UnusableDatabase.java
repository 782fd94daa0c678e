package com.wechaterp.hub.store;

import com.wechaterp.hub.problem.Failures;
import com.wechaterp.hub.problem.Problem;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;

/** Says in one sentence why the hub's database cannot be used, and how to go on. */
public final class UnusableDatabase {

  private static final Map<Integer, String> H2_CODES =
      Map.of(
          ErrorCode.DATABASE_ALREADY_OPEN_1, "hub-database-in-use",
          ErrorCode.WRONG_USER_OR_PASSWORD, "hub-database-login",
          ErrorCode.DATABASE_IS_READ_ONLY, "hub-database-read-only",
          ErrorCode.OUT_OF_MEMORY, "hub-out-of-memory");

  private final String url;

  /**
   * Creates it.
   *
   * @param url the JDBC URL of the hub's database
   */
  public UnusableDatabase(String url) {
    this.url = url;
  }

  /** Returns why, empty if the failure is none of a database. */
  public Optional<Problem> problem(Throwable failure) {
    if (has(failure, OutOfMemoryError.class, any -> true)) {
      return Optional.of(told("hub-out-of-memory", failure));
    }
    if (has(failure, FlywayException.class, UnusableDatabase::isOfOthers)) {
      return Optional.of(told("hub-database-of-others", failure));
    }
    boolean flyway = has(failure, FlywayException.class, any -> true);
    return flyway || StoreFailures.isDatabase(failure)
        ? Optional.of(told(code(failure), failure))
        : Optional.empty();
  }

  private String code(Throwable failure) {
    for (Map.Entry<Integer, String> each : H2_CODES.entrySet()) {
      if (has(
          failure, SQLException.class, sql -> isH2(sql) && sql.getErrorCode() == each.getKey())) {
        return each.getValue();
      }
    }
    if (StoreFailures.isFull(failure)) {
      return "hub-database-no-room";
    }
    Optional<H2File> file = H2File.of(url);
    if (file.isPresent() && has(failure, SQLException.class, UnusableDatabase::isH2)) {
      return file.get().isH2() ? "hub-database-damaged" : "hub-database-foreign";
    }
    boolean connection =
        has(failure, SQLException.class, sql -> String.valueOf(sql.getSQLState()).startsWith("08"));
    return connection ? "hub-database-unreachable" : "hub-database-unusable";
  }

  private Problem told(String code, Throwable failure) {
    Optional<H2File> file = H2File.of(url);
    return Problem.of(
        code,
        "url",
        url.replaceAll("[;?].*", ""),
        "file",
        file.map(each -> each.path().toString()).orElse("-"),
        "kind",
        file.map(H2File::kind).orElse("-"),
        "memory",
        Runtime.getRuntime().maxMemory() >> 20,
        "reason",
        Failures.words(StoreFailures.root(failure)));
  }

  private static boolean isOfOthers(FlywayException failure) {
    return failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
  }

  private static boolean isH2(SQLException failure) {
    return failure.getClass().getName().startsWith("org.h2.");
  }

  private static <T extends Throwable> boolean has(
      Throwable failure, Class<T> type, Predicate<T> wanted) {
    return StoreFailures.causes(failure)
        .anyMatch(cause -> type.isInstance(cause) && wanted.test(type.cast(cause)));
  }
}
