package com.wechaterp.hub.product;

import static com.wechaterp.hub.flow.PlannedCalls.account;
import static com.wechaterp.hub.flow.PlannedCalls.key;

import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.image.Pictures;
import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.link.ProductLinks;
import com.wechaterp.hub.link.Sending;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.qualification.Papers;
import com.wechaterp.hub.quota.QuotaState;
import com.wechaterp.hub.quota.Quotas;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of {@code products-push}, named in the route: plan, next, answered, finish. */
public class ProductFlow {

  static final String OPERATION = "ProductOperation";
  private static final String REFUSAL = "ProductRefusal";

  private final ProductPlans plans;
  private final Categories categories;
  private final Function<String, Papers> papers;
  private final ProductLinks links;
  private final ProductState state;
  private final Pictures pictures;
  private final Quotas quotas;
  private final WorkList work;
  private final Timeline timeline;
  private final TransactionTemplate transaction;

  ProductFlow(
      ProductSettings settings,
      Categories categories,
      Function<String, Papers> papers,
      ProductLinks links,
      ProductState state,
      Pictures pictures,
      Quotas quotas,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction) {
    this.plans = new ProductPlans(settings);
    this.categories = categories;
    this.papers = papers;
    this.links = links;
    this.state = state;
    this.pictures = pictures;
    this.quotas = quotas;
    this.work = work;
    this.timeline = timeline;
    this.transaction = transaction;
  }

  /** Compares the product with what WeChat has; reads back first if an outcome is unknown. */
  public void plan(Exchange exchange) {
    Product wanted = (Product) exchange.getMessage().getBody();
    ProductLink known = links.of(account(exchange), key(exchange));
    Sending begun = known.sending();
    if (begun != null) {
      ProductLink seen = state.look(known);
      if (!begun.at().equals(seen.submittedAt())) {
        // It did not arrive, so WeChat has not counted it.
        giveBack(account(exchange), begun.operation(), begun.at());
      }
      known = transaction.execute(status -> keep(seen, "read back"));
    }
    String account = account(exchange);
    PlannedCalls.begin(
        exchange, plans.plan(wanted, known, categories.assortment(account), papers.apply(account)));
  }

  /** Keeps what is known now; the flow {@code product-audits} tells the ERP of it. */
  private ProductLink keep(ProductLink link, String why) {
    ProductLink kept = links.save(link);
    work.mark(
        new WorkKey("product-audits", link.account(), link.outProductId()),
        WorkPriority.NORMAL,
        why);
    return kept;
  }

  /** Returns whether a call is left. */
  public boolean more(Exchange exchange) {
    return PlannedCalls.more(exchange);
  }

  /** Readies the next call: pictures, allowance, and a note that it was begun. */
  public void next(Exchange exchange) {
    Call call = PlannedCalls.next(exchange);
    Product product = (Product) call.subject();
    Map<String, String> pictures = new HashMap<>();
    if (SpuOperation.audited(call.operation())) {
      pictures.putAll(pictures(account(exchange), product));
      allowance(account(exchange), call);
    }
    begin(account(exchange), key(exchange), call.operation(), product);
    exchange.getMessage().setHeader(OPERATION, call.operation());
    exchange.getMessage().setBody(new SpuRequest(call.operation(), product, pictures));
  }

  private void begin(String account, String key, String operation, Product product) {
    Instant now = Instant.now();
    try {
      ProductLink known = links.of(account, key);
      links.save(known.sending(AfterCall.begin(operation, product, now)));
    } catch (RuntimeException e) {
      giveBack(account, operation, now);
      throw e;
    }
  }

  private void giveBack(String account, String operation, Instant taken) {
    if (SpuOperation.audited(operation)) {
      quotas.giveBack(account, Quotas.SPU_AUDIT, taken);
    }
  }

  /** Records what WeChat answered: link, timeline and the look at the audit, together. */
  private void done(Exchange exchange) {
    ProductLink known = links.of(account(exchange), key(exchange));
    Sending call = known.sending();
    if (call == null) {
      throw new IllegalStateException("No call was begun for " + key(exchange));
    }
    String id =
        exchange.getMessage().getBody() instanceof Map<?, ?> answer
                && answer.get("data") instanceof Map<?, ?> data
                && data.get("product_id") != null
            ? String.valueOf(data.get("product_id"))
            : "";
    transaction.executeWithoutResult(
        status -> {
          keep(AfterCall.done(known, call, id), call.operation());
          timeline.record(account(exchange), "product", key(exchange), "sent", call.operation());
        });
  }

  /** Takes in what WeChat made of the call: its answer, or the refusal the route has caught. */
  public void answered(Exchange exchange) {
    if (exchange.removeProperty(REFUSAL) instanceof WeChatException refusal) {
      refused(exchange, refusal);
    } else {
      done(exchange);
    }
  }

  /** Decides what a refusal means; the note of a call with unknown outcome is kept. */
  private void refused(Exchange exchange, WeChatException refusal) {
    if (refusal.outcomeUnknown()) {
      throw refusal;
    }
    if (refusal.operation().equals(SpuOperation.DEL) && SpuOperation.missing(refusal.errcode())) {
      done(exchange);
      return;
    }
    ProductLink known = links.of(account(exchange), key(exchange));
    Sending call = known.sending();
    links.save(known.sending(null));
    boolean refusedBefore =
        refusal.errcode() == 0
            || refusal.category() == ErrorCategory.TOKEN
            || refusal.category() == ErrorCategory.CONFIG
            || call != null && !refusal.operation().equals(call.operation());
    if (refusedBefore && call != null) {
      // It never reached WeChat, or WeChat looked no further than at the account.
      giveBack(account(exchange), call.operation(), call.at());
    }
    if (refusal.errcode() == SpuOperation.SUBMITTED_TOO_OFTEN && call != null) {
      giveBack(account(exchange), call.operation(), call.at());
      throw new HoldException(ProductRefusals.tooOften(key(exchange), Instant.now()), refusal);
    }
    if (refusal.category() == ErrorCategory.LIMIT && SpuOperation.audited(refusal.operation())) {
      quotas.refused(account(exchange), Quotas.SPU_AUDIT, refusal.errcode());
      throw quotaHold(account(exchange), key(exchange), refusal.operation());
    }
    if (refusal.category() != ErrorCategory.PERMANENT) {
      throw refusal;
    }
    adoptOrHold(links.of(account(exchange), key(exchange)), refusal);
    PlannedCalls.drop(exchange);
  }

  /** Holds the key if the plan says so. */
  public void finish(Exchange exchange) {
    PlannedCalls.end(exchange);
  }

  /** Wakes as many held products as the allowance has room for. */
  public void release() {
    quotas.states().stream().map(QuotaState::account).distinct().forEach(this::release);
  }

  private void release(String account) {
    int room = 0;
    int waiting = work.waitingFor(Release.QUOTA, account);
    Instant now = Instant.now();
    while (room < waiting
        && !quotas.eta(account, Quotas.SPU_AUDIT, room + 1).isAfter(now.plusSeconds(1))) {
      room++;
    }
    work.release(Release.QUOTA, account, room);
  }

  /** WeChat knows better than the link: what it has is adopted, then the product planned anew. */
  private void adoptOrHold(ProductLink known, WeChatException refusal) {
    ProductLink seen = state.look(known);
    if (seen.submitTime(known.submitTime()).equals(known)) {
      throw new HoldException(ProductRefusals.unresolved(known, refusal, Instant.now()), refusal);
    }
    transaction.executeWithoutResult(
        status -> {
          keep(seen, "read back");
          work.mark(
              new WorkKey("products", known.account(), known.outProductId()),
              WorkPriority.NORMAL,
              "read back after " + refusal.errcode());
        });
  }

  private Map<String, String> pictures(String account, Product product) {
    List<String> sources =
        Stream.of(
                product.headImages().stream(),
                product.qualificationPictures().stream(),
                product.descriptionImages().stream(),
                product.skus().stream().map(Sku::thumbImage))
            .flatMap(each -> each)
            .toList();
    return pictures.links(account, "product-image-failed", product.outProductId(), sources);
  }

  private void allowance(String account, Call call) {
    Optional<Instant> wait = quotas.take(account, Quotas.SPU_AUDIT);
    if (wait.isPresent()) {
      throw quotaHold(account, ((Product) call.subject()).outProductId(), call.operation());
    }
  }

  private HoldException quotaHold(String account, String key, String operation) {
    int before = work.waitingFor(Release.QUOTA, account);
    Instant eta = quotas.eta(account, Quotas.SPU_AUDIT, before + 1);
    int priority =
        operation.equals(SpuOperation.ADD) ? WorkPriority.NEW_ON_SALE : WorkPriority.NORMAL;
    Problem problem = Problem.of("product-quota", "key", key, "eta", eta);
    return new HoldException(new Hold(problem, Release.QUOTA, null, priority));
  }
}
