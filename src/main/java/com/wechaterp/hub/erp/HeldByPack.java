package com.wechaterp.hub.erp;

import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.store.RepeatingTransaction;
import com.wechaterp.hub.work.WorkList;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries the keys again that another version of the pack may let go on: a value map, a rule or a
 * statement is what the hub knows of the ERP.
 *
 * <p>What WeChat itself refused stays held until the ERP's row changes, since trying it again costs
 * a call, and for a product an audit.
 */
final class HeldByPack implements ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(HeldByPack.class);
  private static final String REFUSED_BY_WECHAT = "wechat-";

  private final WorkList work;
  private final TransactionTemplate own;

  HeldByPack(WorkList work, ResourceTransactionManager transactions) {
    this.work = work;
    this.own = new RepeatingTransaction(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The pack may have changed while the hub was down. */
  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    tryAgain();
  }

  void tryAgain() {
    Integer woken =
        own.execute(
            status ->
                work.release(
                    Set.of(Release.ERP_CHANGE, Release.CONFIG_CHANGE),
                    reason -> !reason.code().startsWith(REFUSED_BY_WECHAT)));
    if (woken != null && woken > 0) {
      LOG.info("{} held keys are looked at again with the SQL pack as it is now.", woken);
    }
  }
}
