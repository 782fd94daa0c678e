package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.shipment.ShipmentDryRun;
import java.util.function.Consumer;

/** Compares what was shipped. */
final class ShipmentsComparison implements Comparison {

  private final ShipmentDryRun shipments;

  ShipmentsComparison(ShipmentDryRun shipments) {
    this.shipments = shipments;
  }

  @Override
  public Subject subject() {
    return Subject.SHIPMENTS;
  }

  @Override
  public void compare(
      String account, Window window, Consumer<Difference> onDifference, Runnable onCompared) {
    shipments.run(
        account,
        window.from(),
        window.to(),
        compared -> {
          Difference found = ShipmentDifferences.of(compared);
          if (found != null) {
            onDifference.accept(found);
          }
          onCompared.run();
        });
  }
}
