package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to do about one payment: upload its parcels, and say why the others wait. */
final class PartPlan {

  /** The most parcels of a payment (WeChat docs, limits [限额]). */
  static final int MOST_PARCELS = 15;

  private static final int CORRECTED = 2;

  private final Trade it;
  private final ShippingInfo.Part part;
  private final KnownPayment known;
  private final ReadyParcels parcels;
  private final List<Problem> waits = new ArrayList<>();
  private @Nullable ReadyPart upload;

  private PartPlan(Trade it, ShippingInfo.Part part, KnownPayment known) {
    this.it = it;
    this.part = part;
    this.known = known;
    this.parcels = new ReadyParcels(it, part, known);
  }

  static PartPlan of(Trade it, ShippingInfo.Part part, KnownPayment known) {
    PartPlan plan = new PartPlan(it, part, known);
    plan.make();
    return plan;
  }

  /** Returns what to upload, if anything. */
  Optional<ReadyPart> upload() {
    return Optional.ofNullable(upload);
  }

  /** Returns why something of it waits. */
  List<Problem> waits() {
    return waits;
  }

  private void make() {
    switch (known.state()) {
      case RECEIVED, FINISHED, SETTLING -> {}
      case REFUNDED -> {
        if (known.finishedTimes() == 0) {
          waits.add(it.problem("shipping-info-refunded", part.key()));
        }
      }
      case UNKNOWN -> waits.add(it.problem("shipping-info-state", part.key()));
      case TO_SHIP, SHIPPED -> ship();
    }
  }

  private void ship() {
    if (it.wanted().logistics() != LogisticsType.COURIER) {
      withoutCourier();
      return;
    }
    waits.addAll(parcels.waits());
    if (parcels.ready().size() > MOST_PARCELS) {
      waits.add(
          it.problem(
              "shipping-info-too-many",
              part.key(),
              "found",
              parcels.ready().size(),
              "most",
              MOST_PARCELS));
      return;
    }
    if (known.state() == PaymentState.SHIPPED) {
      correct();
    } else {
      byCourier();
    }
  }

  private void withoutCourier() {
    boolean later = Boolean.FALSE.equals(it.wanted().finishAllDelivery());
    if (known.state() == PaymentState.SHIPPED || later) {
      return;
    }
    String text = parcels.text();
    if (text.isEmpty()) {
      waits.add(
          it.problem(
              "shipping-info-no-description", part.key(), "field", "item_desc", "found", "-"));
      return;
    }
    upload =
        new ReadyPart(
            part.key(),
            it.wanted().logistics(),
            false,
            true,
            List.of(new ReadyPart.Parcel("", "", text)));
  }

  private void byCourier() {
    boolean finish = waits.isEmpty() && !Boolean.FALSE.equals(it.wanted().finishAllDelivery());
    if (finish || !missing().isEmpty()) {
      boolean split = parcels.ready().size() > 1 || !finish || known.split();
      upload = new ReadyPart(part.key(), LogisticsType.COURIER, split, finish, parcels.ready());
    } else if (!surplus().isEmpty()) {
      waits.add(differs("shipping-info-surplus"));
    }
  }

  /** All was shipped. It can be corrected once, so no number may be missing then. */
  private void correct() {
    if (missing().isEmpty() && surplus().isEmpty() || !waits.isEmpty()) {
      return;
    }
    if (known.finishedTimes() >= CORRECTED) {
      waits.add(differs("shipping-info-corrected"));
      return;
    }
    upload =
        new ReadyPart(
            part.key(), LogisticsType.COURIER, parcels.ready().size() > 1, true, parcels.ready());
  }

  private Problem differs(String code) {
    return it.problem(
        code,
        part.key(),
        "parcel",
        String.join(", ", wechats()),
        "found",
        String.join(", ", ours()));
  }

  private Set<String> missing() {
    Set<String> missing = new HashSet<>(ours());
    missing.removeAll(wechats());
    return missing;
  }

  private Set<String> surplus() {
    Set<String> surplus = new HashSet<>(wechats());
    surplus.removeAll(ours());
    return surplus;
  }

  private Set<String> ours() {
    return parcels.ready().stream()
        .map(ReadyPart.Parcel::toString)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Set<String> wechats() {
    return known.parcels().stream()
        .map(each -> each.courierId() + "/" + each.trackingNo())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
