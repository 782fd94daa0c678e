package com.wechaterp.hub.order;

import static com.wechaterp.hub.flow.PlannedCalls.account;
import static com.wechaterp.hub.flow.PlannedCalls.key;

import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.link.AccountRows;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatClock;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The steps of {@code orders-push}, named in the route: plan, next, answered, finish. */
public class OrderFlow {

  static final String OPERATION = "OrderOperation";
  private static final String REFUSAL = "OrderRefusal";
  private static final String WANTED = "OrderWanted";
  private static final String KNOWN = "OrderKnown";
  private static final String TICKET = "OrderTicket";
  private static final String SENT = "OrderSent";
  private static final String REQUEST = "OrderRequest";
  private static final String ASKED = "OrderAsked";

  /** After this long, a request that nobody answered is taken over from a hub that was killed. */
  private static final Duration ABANDONED = Duration.ofSeconds(30);

  private final OrderSettings settings;
  private final OrderLinks links;
  private final AccountRows owned;
  private final OrderState state;
  private final OrderRequests requests;
  private final OrderNews news;
  private final WorkList work;
  private final Timeline timeline;
  private final WeChatClock clock;

  OrderFlow(
      OrderSettings settings,
      OrderLinks links,
      AccountRows owned,
      OrderState state,
      OrderRequests requests,
      OrderNews news,
      WorkList work,
      Timeline timeline,
      WeChatClock clock) {
    this.settings = settings;
    this.links = links;
    this.owned = owned;
    this.state = state;
    this.requests = requests;
    this.news = news;
    this.work = work;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** Marks orders of the mini-program's backend that were taken in and never sent. */
  public void findRequests() {
    requests.openFor(ABANDONED).stream()
        // What is on the list keeps its turn, and what is held its reason and its tries.
        .filter(key -> work.find(key).isEmpty())
        .forEach(key -> work.mark(key, WorkPriority.URGENT, "asked for by the mini-program"));
  }

  /** Reads the order back from WeChat and compares it with the one wanted. */
  public void plan(Exchange exchange) {
    WorkKey key = new WorkKey(OrderState.ORDERS, account(exchange), key(exchange));
    if (key.key().startsWith(OrderState.TEST_ORDER) || owned.passOn(key, key.key(), work)) {
      PlannedCalls.begin(exchange, Plan.nothing());
      return;
    }
    Instant now = clock.now(account(exchange));
    Order wanted = wanted(exchange);
    OrderLink link = links.of(account(exchange), key(exchange));
    if (wanted != null && !link.isStored() && wanted.past(now)) {
      // WeChat is not asked about years of finished orders.
      PlannedCalls.begin(exchange, Plan.nothing());
      return;
    }
    String openid = wanted == null || wanted.openid().isEmpty() ? link.openid() : wanted.openid();
    KnownOrder known = openid.isEmpty() ? null : look(exchange, openid);
    exchange.setProperty(WANTED, wanted);
    exchange.setProperty(KNOWN, known);
    if (known != null && known.status().paid() && wanted != null && wanted.open()) {
      work.mark(
          new WorkKey(OrderState.PAYMENTS, account(exchange), key(exchange)),
          WorkPriority.EVENT,
          "paid at WeChat, open in the ERP");
    }
    link = links.of(account(exchange), key(exchange));
    Plan plan = OrderPlanner.plan(wanted, link, known, now);
    if (known == null && !link.exists() && plan.hold() != null) {
      refuseRequest(exchange, plan.hold().reason());
    }
    PlannedCalls.begin(exchange, plan);
  }

  /** Tells the mini-program's backend that its order will not be placed as it asked for it. */
  private void refuseRequest(Exchange exchange, Problem reason) {
    if (exchange.getProperty(ASKED) != null) {
      requests.refused(account(exchange), key(exchange), reason);
    }
  }

  private @Nullable Order wanted(Exchange exchange) {
    Order ofTheErp = (Order) exchange.getMessage().getBody();
    if (ofTheErp != null) {
      return ofTheErp;
    }
    Order asked = requests.wanted(account(exchange), key(exchange));
    exchange.setProperty(ASKED, asked);
    return asked;
  }

  private @Nullable KnownOrder look(Exchange exchange, String openid) {
    return state.look(OrderState.ORDERS, account(exchange), key(exchange), openid).orElse(null);
  }

  /** Returns whether a call is left. */
  public boolean more(Exchange exchange) {
    return PlannedCalls.more(exchange);
  }

  /** Readies the next call, with a note of what must not be done twice. */
  public void next(Exchange exchange) {
    Call call = PlannedCalls.next(exchange);
    Order order = (Order) call.subject();
    Instant told = links.of(account(exchange), key(exchange)).createdAt();
    OrderRequest request =
        OrderRequest.of(
            call.operation(), order, told, clock.now(account(exchange)), settings.expiry());
    if (call.operation().equals(OrderOperation.ADD)) {
      links.change(account(exchange), key(exchange), link -> OrderCashier.begun(link, request));
    }
    exchange.getMessage().setHeader(OPERATION, call.operation());
    exchange.getMessage().setBody(request);
    exchange.setProperty(SENT, call);
    exchange.setProperty(REQUEST, request);
  }

  /** Takes in what WeChat made of the call: its answer, or the refusal the route has caught. */
  public void answered(Exchange exchange) {
    Call call = begun(exchange, SENT, Call.class);
    if (exchange.removeProperty(REFUSAL) instanceof WeChatException refusal) {
      refused(exchange, call, refusal);
      return;
    }
    String text = call.operation() + " (" + call.why() + ")";
    timeline.record(account(exchange), "order", key(exchange), "sent", text);
    if (call.operation().equals(OrderOperation.ADD)) {
      Map<?, ?> answer = exchange.getMessage().getBody(Map.class);
      added(exchange, new Answer(answer == null ? Map.of() : answer).object("data"));
    } else if (call.operation().equals(OrderOperation.CHANGE_PRICE)) {
      // Said before the read-back, which may fail.
      priceChanged(exchange);
      requests.outdated(account(exchange), key(exchange));
    }
  }

  private static <T> T begun(Exchange exchange, String name, Class<T> type) {
    return Objects.requireNonNull(
        exchange.getProperty(name, type), "No call was begun before it was answered");
  }

  private void added(Exchange exchange, Answer data) {
    OrderRequest request = begun(exchange, REQUEST, OrderRequest.class);
    OrderLink link =
        links.change(
            account(exchange), key(exchange), each -> OrderCashier.added(each, request, data));
    Map<String, Object> ticket = OrderCashier.ticket(data);
    if (ticket.isEmpty()) {
      requests.created(account(exchange), key(exchange));
    } else {
      exchange.setProperty(TICKET, data);
      Map<String, Object> answer = OrderCashier.shown(link);
      answer.putAll(ticket);
      requests.answered(account(exchange), key(exchange), answer);
    }
  }

  /** Decides what a refusal means; after an unknown outcome the next try reads back first. */
  private void refused(Exchange exchange, Call call, WeChatException refusal) {
    if (TimeRefusal.is(refusal)) {
      throw TimeRefusal.passing(key(exchange), refusal);
    }
    if (call.operation().equals(OrderOperation.CHANGE_PRICE)
        && refusal.errcode() == OrderOperation.NOT_NOW) {
      priceChanged(exchange);
    }
    boolean hopeless = refusal.category() == ErrorCategory.PERMANENT && !refusal.outcomeUnknown();
    if (hopeless && call.operation().equals(OrderOperation.ADD)) {
      refuseRequest(exchange, refusal.problem());
    }
    if (refusal.category() != ErrorCategory.PERMANENT || !movedOn(exchange)) {
      throw refusal;
    }
    PlannedCalls.drop(exchange);
    work.mark(
        new WorkKey(OrderState.ORDERS, account(exchange), key(exchange)),
        WorkPriority.EVENT,
        "moved on at WeChat before " + call.operation());
  }

  private void priceChanged(Exchange exchange) {
    links.change(account(exchange), key(exchange), OrderLink::withPriceChanged);
  }

  /** A buyer may pay or cancel while the hub plans, or a lost call arrive: then it plans anew. */
  private boolean movedOn(Exchange exchange) {
    KnownOrder before = exchange.getProperty(KNOWN, KnownOrder.class);
    if (before == null) {
      return false;
    }
    KnownOrder now = look(exchange, links.of(account(exchange), key(exchange)).openid());
    exchange.setProperty(KNOWN, now);
    return now == null
        || now.statusCode() != before.statusCode()
        || now.orderPrice() != before.orderPrice();
  }

  /** Tells the ERP what WeChat has now, and holds the key if the plan says so. */
  public void finish(Exchange exchange) {
    Order wanted = exchange.getProperty(WANTED, Order.class);
    if (wanted != null && exchange.getProperty(SENT) != null) {
      exchange.setProperty(KNOWN, look(exchange, wanted.openid()));
    }
    KnownOrder known = exchange.getProperty(KNOWN, KnownOrder.class);
    if (known != null) {
      news.tell(
          account(exchange),
          key(exchange),
          known,
          wanted,
          exchange.getProperty(TICKET, Answer.class));
    }
    PlannedCalls.end(exchange);
  }
}
