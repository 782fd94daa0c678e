package com.wechaterp.hub.store;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction of the hub's own database that is repeated when it met a deadlock, waited too long
 * for a row, or found that somebody else changed what it read.
 *
 * <p>Its work therefore reads what it needs itself, changes nothing outside the database, and calls
 * nobody. Within another transaction it is part of that one, which is repeated as a whole.
 */
public class RepeatingTransaction extends TransactionTemplate {

  private static final long serialVersionUID = 1L;

  private final transient Object database;

  /** Creates a template for the transactions of one database. */
  public RepeatingTransaction(ResourceTransactionManager transactions) {
    super(transactions);
    this.database = transactions.getResourceFactory();
  }

  @Override
  public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
    return joins() ? super.execute(action) : Repetition.of(() -> super.execute(action));
  }

  private boolean joins() {
    return getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRED
        && TransactionSynchronizationManager.hasResource(database);
  }
}
