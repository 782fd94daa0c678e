package com.wechaterp.hub.quota;

import com.wechaterp.hub.store.StoreOf;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The allowances of a test's database, for tests of other packages. */
public final class QuotasOf {

  private QuotasOf() {}

  public static Quotas database(DataSource database, int hour, int day, Clock clock) {
    TransactionTemplate own = StoreOf.transaction(database);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    QuotaSettings settings = new QuotaSettings(new QuotaSettings.Windows(hour, day));
    return new JdbcQuotas(JdbcClient.create(database), own, settings, clock);
  }
}
