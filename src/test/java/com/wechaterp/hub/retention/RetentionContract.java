package com.wechaterp.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.store.UtcTimes;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is deleted in time and what is not, on every database. */
abstract class RetentionContract extends RetentionRows {

  RetentionContract(HikariDataSource database) {
    super(database);
  }

  @Test
  void forgetsEventsThatAreDealtWith() {
    event("done", "orders", true, OLD);
    event("nothing-to-do", "", true, OLD);
    event("held", "orders", true, OLD);
    atWork("orders", "held");
    event("young", "orders", true, YOUNG);

    clear();

    assertThat(left("inbox_event", "event_key")).containsExactly("held", "young");
  }

  @Test
  void keepsEventsNobodyWorksOnForAYear() {
    LocalDateTime monthsAgo = UtcTimes.utc(NOW.minus(days(300)));
    event("brand-new", "", false, monthsAgo);
    event("no-route", "orders", false, monthsAgo);
    event("years-ago", "", false, OLD);

    clear();

    assertThat(left("inbox_event", "event_key")).containsExactly("brand-new", "no-route");
  }

  @Test
  void forgetsAnswersToEvents() {
    String columns = "account, event, request_id, answer, decided_at";
    insert("event_reply", columns, "main", "e", "old", "{}", OLD);
    insert("event_reply", columns, "main", "e", "young", "{}", YOUNG);

    clear();

    assertThat(left("event_reply", "request_id")).containsExactly("young");
  }

  @Test
  void forgetsTimelinesOfWhatNobodyWorksOnInSmallSteps() {
    step("held", OLD);
    atWork("orders", "held");
    for (int i = 0; i < 1200; i++) {
      step("over" + i, OLD);
    }
    step("young", YOUNG);

    clear();

    assertThat(left("timeline", "thing")).containsExactly("held", "young");
  }

  @Test
  void forgetsRequestsForOrdersButNotOpenOnes() {
    request("answered", OLD);
    request("open", OLD);
    atWork("orders", "open");
    request("young", YOUNG);

    clear();

    assertThat(left("order_request", "out_order_id")).containsExactly("open", "young");
  }

  @Test
  void forgetsOrdersThatHaveEndedWithTheirParcels() {
    order("finished", "1", 100, OLD);
    order("cancelled", "2", 250, OLD);
    order("never-there", "", 0, OLD);
    order("unshipped", "3", 20, OLD);
    order("unknown-state", "4", 777, OLD);
    order("disputed", "5", 100, OLD);
    afterSale("a1", "", "disputed", false, OLD);
    order("held", "6", 100, OLD);
    atWork("orders", "held");
    order("young", "7", 100, YOUNG);

    clear();

    assertThat(left("order_link", "out_order_id"))
        .containsExactly("disputed", "held", "unknown-state", "unshipped", "young");
    assertThat(left("shipment_parcel", "out_order_id"))
        .isEqualTo(left("order_link", "out_order_id"));
  }

  @Test
  void forgetsPaymentsPresalesAndFiguresOfCoupons() {
    String payment =
        "account, out_order_id, part, transaction_id, merchant_trade_no, reminded, told, seen_at";
    insert("shipping_info", payment, "main", "old", "p", "t", "", false, "", OLD);
    insert("shipping_info", payment, "main", "held", "p", "t", "", false, "", OLD);
    atWork("shipping-infos", "held");
    insert("shipping_info", payment, "main", "young", "p", "t", "", false, "", YOUNG);
    String special = "account, out_order_id, type, delay_to, reported_at";
    LocalDateTime future = UtcTimes.utc(Instant.now().plus(days(100)));
    insert("special_order", special, "main", "old", 1, OLD, OLD);
    insert("special_order", special, "main", "unshipped", 1, future, OLD);
    String coupon = "account, out_coupon_id, issued_num, receive_num, changed_at";
    insert("coupon_sent", coupon, "main", "old", 1, 1, OLD);
    insert("coupon_sent", coupon, "main", "young", 1, 1, YOUNG);

    clear();

    assertThat(left("shipping_info", "out_order_id")).containsExactly("held", "young");
    assertThat(left("special_order", "out_order_id")).containsExactly("unshipped");
    assertThat(left("coupon_sent", "out_coupon_id")).containsExactly("young");
  }

  @Test
  void forgetsAfterSalesThatHaveEndedWithTheirCallsAndRequests() {
    String request = "account, out_aftersale_id, document, asked_at";
    for (String id : List.of("over", "open", "held")) {
      afterSale(id, "out-" + id, "o-" + id, !id.equals("open"), OLD);
      call(id, "DONE", OLD);
      insert("after_sale_request", request, "main", "out-" + id, "{}", OLD);
    }
    atWork("aftersales", "held");
    atWork("aftersale-requests", "out-held");
    call("unanswered", "BEGUN", OLD);
    call("young", "DONE", YOUNG);

    clear();

    assertThat(left("after_sale", "aftersale_key")).containsExactly("held", "open");
    assertThat(left("after_sale_call", "work_key"))
        .containsExactly("held", "open", "unanswered", "young");
    assertThat(left("after_sale_request", "out_aftersale_id"))
        .containsExactly("out-held", "out-open");
  }

  @Test
  void forgetsDisputesThatHaveEnded() {
    String columns =
        "account, complaint_order_id, aftersale_id, state, ended, sent, warned, seen_at";
    insert("complaint", columns, "main", "over", "a", 1, true, "", false, OLD);
    insert("complaint", columns, "main", "open", "a", 1, false, "", false, OLD);
    insert("complaint", columns, "main", "young", "a", 1, true, "", false, YOUNG);
    call("open", "DONE", OLD);

    clear();

    assertThat(left("complaint", "complaint_order_id")).containsExactly("open", "young");
    assertThat(left("after_sale_call", "work_key")).containsExactly("open");
  }

  @Test
  void forgetsProductsThatWereDeleted() {
    product("deleted", true, OLD);
    product("on-sale", false, OLD);
    product("held", true, OLD);
    atWork("products", "held");
    product("young", true, YOUNG);

    clear();

    assertThat(left("product_link", "out_product_id")).containsExactly("held", "on-sale", "young");
  }

  @Test
  void forgetsPicturesNobodyUsed() {
    insert("image_upload", "account, content, link, used_at", "main", "old", "x", OLD);
    insert("image_upload", "account, content, link, used_at", "main", "used", "x", YOUNG);
    insert("image_source", "source, stamp, content, used_at", "old", "x", "old", OLD);
    insert("image_source", "source, stamp, content, used_at", "used", "x", "used", YOUNG);

    clear();

    assertThat(left("image_upload", "content")).containsExactly("used");
    assertThat(left("image_source", "source")).containsExactly("used");
  }

  @Test
  void forgetsMoneyThatIsSettledAndBooked() {
    money("done", "DONE", OLD);
    money("submitted", "SUBMITTED", OLD);
    money("young", "DONE", YOUNG);
    booking("booked", true, OLD);
    booking("not-in-erp", false, OLD);
    booking("young", true, YOUNG);
    String part = "account, part_no, kind, trade_no, amount, begun_at";
    insert("pay_part", part, "main", "old", "refund", "t", 1, OLD);
    insert("pay_part", part, "main", "young", "refund", "t", 1, YOUNG);

    clear();

    assertThat(left("money_request", "id")).containsExactly("submitted", "young");
    assertThat(left("ledger_entry", "funds_flow_id")).containsExactly("not-in-erp", "young");
    assertThat(left("pay_part", "part_no")).containsExactly("young");
  }

  @Test
  void forgetsSharersNobodyNamed() {
    String columns = "account, person_key, openid, seen_at";
    insert("sharer_key", columns, "main", "person:old", "o1", OLD);
    insert("sharer_key", columns, "main", "person:held", "o2", OLD);
    atWork("sharers", "person:held");
    insert("sharer_key", columns, "main", "person:young", "o3", YOUNG);

    clear();

    assertThat(left("sharer_key", "person_key")).containsExactly("person:held", "person:young");
  }

  @Test
  void forgetsReportsButNeverTheLastOfASubject() {
    report("orders", OLD.minusDays(1));
    report("orders", OLD);
    report("payments", OLD);
    report("payments", YOUNG);

    clear();

    assertThat(left("reconcile_report", "subject")).containsExactly("orders", "payments");
  }
}
