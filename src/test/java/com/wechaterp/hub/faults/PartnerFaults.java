package com.wechaterp.hub.faults;

import java.time.Duration;
import java.util.Random;
import java.util.function.Function;

/** What can happen at WeChat's end, and to the time both ends agree on. */
final class PartnerFaults {

  private PartnerFaults() {}

  /** WeChat meets every call so. */
  static Fault weChat(Function<Random, WeChatFault> kind) {
    return new Fault() {
      @Override
      public void strike(World world, Random random) {
        world.weChat().becomes(kind.apply(random));
      }

      @Override
      public void heal(World world) {
        world.weChat().becomes(WeChatFault.NONE);
      }
    };
  }

  /** WeChat takes no token it gave before, and none for a while. */
  static Fault token() {
    Fault refusing = weChat(random -> WeChatFault.noToken());
    return new Fault() {
      @Override
      public void strike(World world, Random random) throws Exception {
        world.weChat().lever("expire-tokens");
        refusing.strike(world, random);
      }

      @Override
      public void heal(World world) throws Exception {
        refusing.heal(world);
      }
    };
  }

  /** The hub's clock is ahead of both ends by a time, or behind them if it is negative. */
  static Fault hubAhead(Duration by) {
    return new Fault() {
      @Override
      public void before(World world) throws Exception {
        world.weChat().lever("jump?seconds=" + by.negated().toSeconds());
        shop(world, Duration.ofHours(8).minus(by));
      }

      @Override
      public void strike(World world, Random random) {}

      @Override
      public void heal(World world) throws Exception {
        // The clock stays wrong to the end: nothing may depend on somebody setting it.
      }

      @Override
      public void after(World world) throws Exception {
        world.weChat().lever("jump?seconds=" + by.toSeconds());
        shop(world, Duration.ofHours(8));
      }
    };
  }

  /** The ERP keeps local times only, so a zone moves its clock. */
  private static void shop(World world, Duration zone) {
    world
        .erp()
        .execute(
            "SET GLOBAL time_zone = '+%02d:%02d'".formatted(zone.toHours(), zone.toMinutesPart()));
  }
}
