package com.wechaterp.hub.coupon;

import static com.wechaterp.hub.flow.PlannedCalls.account;
import static com.wechaterp.hub.flow.PlannedCalls.key;

import com.wechaterp.hub.document.Columns;
import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.UtcTimes;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps of the pushing routes of coupons and user coupons. */
public class CouponFlow {

  static final String OPERATION = "CouponOperation";
  private static final String WANTED = "CouponWanted";
  private static final long PAGE = 50;

  private final CouponCallback callback;
  private final WeChat wechat;
  private final JdbcClient jdbc;
  private final WorkList work;
  private final Timeline timeline;
  private final Clock clock;

  CouponFlow(
      CouponCallback callback,
      WeChat wechat,
      JdbcClient jdbc,
      WorkList work,
      Timeline timeline,
      Clock clock) {
    this.callback = callback;
    this.wechat = wechat;
    this.jdbc = jdbc;
    this.work = work;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** Compares a coupon of the ERP with what WeChat has of it now. */
  public void planCoupon(Exchange exchange) {
    Coupon wanted = CouponReader.read(document(exchange));
    if (wanted == null) {
      PlannedCalls.begin(exchange, Plan.nothing());
      return;
    }
    callback.require(account(exchange));
    exchange.setProperty(WANTED, wanted);
    long[] sent = sent(account(exchange), wanted.outCouponId());
    PlannedCalls.begin(
        exchange,
        CouponPlanner.plan(
            wanted,
            known(account(exchange), wanted.outCouponId()),
            sent[0],
            sent[1],
            clock.instant()));
  }

  /**
   * Compares a buyer's coupon with what WeChat has of it now; holds it if its coupon is not there.
   */
  public void planUserCoupon(Exchange exchange) {
    Map<String, Object> document = document(exchange);
    if (document == null) {
      PlannedCalls.begin(exchange, Plan.nothing());
      return;
    }
    Columns columns = new Columns("user-coupon", key(exchange), document);
    Instant received = columns.time("recv_time");
    UserCouponPlanner.UserCoupon wanted =
        new UserCouponPlanner.UserCoupon(
            columns.text("out_user_coupon_id"),
            columns.text("out_coupon_id"),
            columns.text("openid"),
            columns.number("status", UserCouponPlanner.VALID),
            received == null ? clock.instant() : received,
            columns.time("use_time"));
    columns.end();
    String account = account(exchange);
    callback.require(account);
    Answer known = knownOf(account, wanted).orElse(null);
    Answer coupon = known == null ? known(account, wanted.outCouponId()) : null;
    long status = coupon == null ? CouponPlanner.MISSING : coupon.number("status");
    PlannedCalls.begin(exchange, UserCouponPlanner.plan(wanted, known, status, clock.instant()));
    // What is held has no calls, so the route need not come to its end.
    PlannedCalls.end(exchange);
  }

  /** Returns whether a call is left. */
  public boolean more(Exchange exchange) {
    return PlannedCalls.more(exchange);
  }

  /** Readies the next call. */
  public void next(Exchange exchange) {
    Call call = PlannedCalls.next(exchange);
    exchange.getMessage().setHeader(OPERATION, call.operation());
    exchange.getMessage().setBody(call.subject());
  }

  /** Records what WeChat took; buyers' coupons that waited for a coupon in effect go on. */
  public void answered(Exchange exchange) {
    String operation = String.valueOf(exchange.getMessage().getHeader(OPERATION));
    if (operation.equals("shop/coupon/update_coupon_stock")
        && exchange.getProperty(WANTED) instanceof Coupon wanted) {
      store(account(exchange), wanted);
    }
    if (operation.equals("shop/coupon/update_status")
        && exchange.getProperty(WANTED) instanceof Coupon wanted
        && wanted.status() == CouponPlanner.EFFECTIVE) {
      work.release(Set.of(Release.TIME), reason -> waitsFor(wanted, reason));
    }
    timeline.record(account(exchange), "coupon", key(exchange), "sent", operation);
  }

  /** Holds the key if the plan says so. */
  public void finish(Exchange exchange) {
    PlannedCalls.end(exchange);
  }

  private static boolean waitsFor(Coupon coupon, Problem reason) {
    return reason.code().equals(UserCouponPlanner.EARLY)
        && coupon.outCouponId().equals(reason.facts().get("coupon"));
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Map<String, Object> document(Exchange exchange) {
    return (Map<String, Object>) exchange.getMessage().getBody(Map.class);
  }

  private @Nullable Answer known(String account, String outCouponId) {
    try {
      Answer result =
          new Answer(wechat.call(account, "shop/coupon/get", Map.of("out_coupon_id", outCouponId)))
              .object("result");
      return result.object("coupon").fields().isEmpty() ? null : withStatus(result);
    } catch (WeChatException e) {
      if (e.category() == ErrorCategory.PERMANENT) {
        // WeChat has no code of its own for a coupon it does not have.
        return null;
      }
      throw e;
    }
  }

  /** The samples show the state inside the coupon, the table beside it. */
  private static Answer withStatus(Answer result) {
    Map<Object, Object> coupon = new LinkedHashMap<>(result.object("coupon").fields());
    coupon.putIfAbsent("status", result.number("status"));
    return new Answer(coupon);
  }

  private Optional<Answer> knownOf(String account, UserCouponPlanner.UserCoupon wanted) {
    for (long offset = 0; ; offset += PAGE) {
      Answer page =
          new Answer(
              wechat.call(
                  account,
                  "shop/coupon/get_usercoupon_list",
                  Map.of("openid", wanted.openid(), "offset", offset, "page_size", PAGE)));
      List<Answer> rows = page.objects("result_list");
      Optional<Answer> found =
          rows.stream()
              .filter(row -> row.text("out_user_coupon_id").equals(wanted.outUserCouponId()))
              .findFirst();
      if (found.isPresent() || rows.isEmpty() || offset + PAGE >= page.number("total_num")) {
        return found;
      }
    }
  }

  private long[] sent(String account, String outCouponId) {
    return jdbc.sql(
            "SELECT issued_num, receive_num FROM coupon_sent WHERE account = ? AND out_coupon_id = ?")
        .params(account, outCouponId)
        .query((row, index) -> new long[] {row.getLong(1), row.getLong(2)})
        .optional()
        .orElse(new long[] {-1, -1});
  }

  private void store(String account, Coupon wanted) {
    jdbc.sql(
            "INSERT INTO coupon_sent (issued_num, receive_num, changed_at, account, out_coupon_id)"
                + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                + " issued_num = VALUES(issued_num), receive_num = VALUES(receive_num),"
                + " changed_at = VALUES(changed_at)")
        .params(
            wanted.issuedNum(),
            wanted.receiveNum(),
            UtcTimes.utc(clock.instant()),
            account,
            wanted.outCouponId())
        .update();
  }
}
