package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.flow.LookAgain;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The merchant's rule book: what to tell WeChat about the shipment of a payment. */
final class ShippingInfoPlanner {

  /** Somebody may mend it in WeChat's admin console, and WeChat may come to know a courier. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  private static final Duration STORING = Duration.ofSeconds(10);
  private static final Duration STORED_WITHIN = Duration.ofMinutes(2);

  private static final String UNKNOWN_COURIER = "shipment-courier-unknown";

  private ShippingInfoPlanner() {}

  /** Returns what to do; the same plan for the same trade. */
  static Plan plan(Trade it) {
    if (it.wanted().logistics() == LogisticsType.UNKNOWN) {
      return Plan.hold(
          Hold.of(
              it.problem("shipping-info-logistics-type", it.wanted().key()), Release.ERP_CHANGE));
    }
    List<ReadyPart> uploads = new ArrayList<>();
    List<Problem> waits = new ArrayList<>();
    for (ShippingInfo.Part part : it.wanted().parts()) {
      KnownPayment known = it.known().get(part.key());
      if (known == null) {
        return Plan.hold(
            new Hold(
                it.problem("shipping-info-no-payment", part.key()),
                Release.ERP_CHANGE,
                soon(it.wanted().shipDoneTime(), it.now()),
                50));
      }
      PartPlan plan = PartPlan.of(it, part, known);
      plan.upload().ifPresent(uploads::add);
      waits.addAll(plan.waits());
    }
    List<Call> calls = uploads.isEmpty() ? reminders(it, waits) : List.of(upload(it, uploads));
    return new Plan(calls, waits.isEmpty() ? null : hold(it, waits));
  }

  /** WeChat keeps a payment some seconds after it was made, and a shipment may be quicker. */
  private static Instant soon(@Nullable Instant shipped, Instant now) {
    boolean justNow = shipped != null && shipped.plus(STORED_WITHIN).isAfter(now);
    return justNow ? now.plus(STORING) : LookAgain.at(shipped, now);
  }

  private static Call upload(Trade it, List<ReadyPart> parts) {
    String operation =
        it.wanted().isCombined()
            ? ShippingInfoOperation.UPLOAD_COMBINED
            : ShippingInfoOperation.UPLOAD;
    boolean all = parts.stream().allMatch(ReadyPart::all);
    boolean corrected =
        parts.stream()
            .map(part -> it.known().get(part.key()))
            .anyMatch(known -> known != null && known.finished());
    ShippingInfoRequest request =
        new ShippingInfoRequest(
            operation,
            it.wanted().key(),
            it.wanted().openid(),
            parts,
            it.wanted().contact(),
            it.now(),
            it.wanted().extra());
    return new Call(
        operation, request, corrected ? "corrected" : all ? "all is shipped" : "a part is shipped");
  }

  /** The buyer can be reminded once, after the courier handed the goods over. */
  private static List<Call> reminders(Trade it, List<Problem> waits) {
    Instant received = it.wanted().receivedTime();
    if (received == null || !waits.isEmpty() || it.wanted().logistics() != LogisticsType.COURIER) {
      return List.of();
    }
    List<Call> calls = new ArrayList<>();
    for (ShippingInfo.Part part : it.wanted().parts()) {
      KnownPayment known = it.known().get(part.key());
      if (known != null
          && known.state() == PaymentState.SHIPPED
          && !it.reminded().contains(part.key())) {
        calls.add(remind(it, part.key(), afterUpload(known, received)));
      }
    }
    return calls;
  }

  private static Call remind(Trade it, PaymentKey key, Instant received) {
    return new Call(
        ShippingInfoOperation.REMIND,
        new ShippingInfoRequest(
            ShippingInfoOperation.REMIND,
            key,
            it.wanted().openid(),
            List.of(),
            it.wanted().contact(),
            received,
            it.wanted().extra()),
        "handed over by the courier");
  }

  /** WeChat refuses a time before it was told of the parcel (10060029). */
  private static Instant afterUpload(KnownPayment known, Instant received) {
    Instant latest = received;
    for (KnownPayment.Parcel parcel : known.parcels()) {
      Instant uploaded = parcel.uploadedAt();
      if (uploaded != null && uploaded.isAfter(latest)) {
        latest = uploaded;
      }
    }
    return latest;
  }

  private static Hold hold(Trade it, List<Problem> waits) {
    Problem reason = Findings.together("shipment", it.wanted().outOrderId(), waits);
    boolean courier = waits.stream().anyMatch(wait -> wait.code().equals(UNKNOWN_COURIER));
    return new Hold(
        reason,
        courier ? Release.CONFIG_CHANGE : Release.ERP_CHANGE,
        it.now().plus(LOOK_AGAIN),
        50);
  }
}
