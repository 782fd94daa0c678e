package com.wechaterp.hub.work;

import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import javax.sql.DataSource;

/**
 * Has db-scheduler read the due keys of one flow by an index, in the order they are taken, so that
 * a look costs the same however many keys wait.
 */
class DueKeys extends AutodetectJdbcCustomization {

  private final String flow;

  DueKeys(DataSource dataSource, String flow) {
    super(dataSource, true);
    this.flow = flow.replace("'", "''");
  }

  @Override
  public boolean supportsExplicitQueryLimitPart() {
    return true;
  }

  /**
   * The index must be named: H2 prefers the primary key, which begins with the flow too, and would
   * read and sort every waiting key at each look. And H2 reads in the order of an index only where
   * all its columns are named.
   */
  @Override
  public String createSelectDueQuery(
      String table, int limit, String andCondition, boolean orderByPriority) {
    return "SELECT * FROM "
        + table
        + " USE INDEX (scheduled_tasks_next) WHERE task_name = '"
        + flow
        + "' AND picked = ? AND execution_time <= ? "
        + andCondition
        + " ORDER BY task_name, priority DESC, execution_time LIMIT "
        + limit;
  }
}
