package com.wechaterp.hub.work;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Hears which far sides answer. What pauses because one of them was down goes on within a second,
 * whichever flow it answered.
 */
public class FarSides {

  /** WeChat, heard for one account at a time. */
  public static final String WECHAT = "wechat";

  /** The ERP, heard for all accounts. */
  public static final String ERP = "erp";

  private static final String ALL = "";

  private final Supplier<FlowPauses> pauses;
  private final Supplier<WorkRunners> runners;
  private final Set<Heard> heard = ConcurrentHashMap.newKeySet();

  private record Heard(String farSide, String account) {}

  /** Asks for what pauses only when somebody is heard: commands have no work list to look at. */
  FarSides(Supplier<FlowPauses> pauses, Supplier<WorkRunners> runners) {
    this.pauses = pauses;
    this.runners = runners;
  }

  /** Notes that WeChat did what an account asked for. */
  public void weChat(String account) {
    heard.add(new Heard(WECHAT, account));
  }

  /** Notes that the ERP answered. */
  public void erp() {
    heard.add(new Heard(ERP, ALL));
  }

  /** Ends what waits for those heard since the last time. */
  @Scheduled(fixedDelay = 1000)
  void wake() {
    for (Heard each : heard) {
      heard.remove(each);
      pauses.get().heard(each.farSide, each.account).forEach(runners.get()::wake);
    }
  }
}
