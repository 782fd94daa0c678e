package com.wechaterp.hub.store;

import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Statements on the hub's own database: one that changes rows outside any transaction is a
 * transaction by itself, and repeated like one.
 */
final class RepeatingStatements extends JdbcTemplate {

  RepeatingStatements(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected int update(PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter) {
    return TransactionSynchronizationManager.hasResource(Objects.requireNonNull(getDataSource()))
        ? super.update(creator, setter)
        : Repetition.of(() -> super.update(creator, setter));
  }
}
