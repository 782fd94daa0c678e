package com.wechaterp.hub.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everybody outside the hub: they let things happen, try again, and look what became of them. */
final class People implements AutoCloseable {

  private static final int THREADS = 12;
  private static final Duration AGAIN = Duration.ofMillis(500);

  private final World world;
  private final int round;
  private final Shop shop;
  private final List<Flow> flows;
  private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(THREADS);

  People(World world, int items, int round, Predicate<Traffic> chosen) {
    this.world = world;
    this.round = round;
    this.shop = new Shop(world.erp());
    this.flows =
        Stream.of(
                new ProductTraffic(world, shop),
                new StockTraffic(world, shop),
                new OrderTraffic(world, shop),
                new ApiOrderTraffic(world),
                new PaymentTraffic(world, shop),
                new ShipmentTraffic(world, shop),
                new AfterSaleTraffic(world, shop),
                new CallbackTraffic(world, shop),
                new WriteBackTraffic(world, shop))
            .filter(chosen)
            .map(traffic -> new Flow(traffic, items, round, world.weChat().effects()))
            .toList();
  }

  List<Flow> flows() {
    return flows;
  }

  /** Puts into the ERP what must be there before something happens. */
  void prepare() {
    if (round == 0) {
      shop.product(Shop.SOLD, "云白陶瓷碗在售");
    }
    flows.forEach(Flow::prepare);
  }

  /** Waits until everything can happen; returns what still cannot, and why, after the limit. */
  List<String> awaitReady(Duration limit) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Seen seen = Seen.at(world);
      List<String> waiting = Flow.waiting(flows, seen);
      if (waiting.isEmpty()) {
        return List.of();
      }
      if (System.nanoTime() > end) {
        Findings findings = Findings.of(world, Duration.ZERO);
        return waiting.stream()
            .map(id -> id + " is not ready: " + findings.held(id) + findings.waiting())
            .toList();
      }
      Thread.sleep(AGAIN.toMillis());
    }
  }

  /** Lets a third of everything happen, spread over a time. */
  void begin(int third, Duration over) {
    for (Flow flow : flows) {
      List<Flow.Item> some = flow.third(third);
      for (int i = 0; i < some.size(); i++) {
        Flow.Item item = some.get(i);
        hands.schedule(
            () -> begin(flow, item), over.toMillis() * i / some.size(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private void begin(Flow flow, Flow.Item item) {
    try {
      flow.begin(item);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      item.notBegun(e);
      if (!hands.isShutdown()) {
        hands.schedule(() -> begin(flow, item), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  /** Looks at both ends and does what people do next; returns whether everything has arrived. */
  boolean look(Duration sinceHealed) throws Exception {
    Seen seen = Seen.at(world);
    boolean all = true;
    for (Flow flow : flows) {
      all &= flow.look(seen, sinceHealed);
    }
    return all;
  }

  /** Returns whether harm is done that no waiting mends: a double effect, or a key given up. */
  boolean isHarmed() throws Exception {
    Findings findings = Findings.of(world, Duration.ZERO);
    return flows.stream().anyMatch(flow -> flow.isHarmed(findings));
  }

  /** Looks once more, for effects that came late. */
  void lookForDoubled() throws Exception {
    Seen seen = Seen.at(world);
    flows.forEach(flow -> flow.lookForDoubled(seen));
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }
}
