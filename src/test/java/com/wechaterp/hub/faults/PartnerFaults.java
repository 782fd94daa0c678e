package com.wechaterp.hub.faults;

import com.wechaterp.hub.testing.HubProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What can happen at WeChat's end, and between its clock and the hub's. */
final class PartnerFaults {

  /** A hub that knows how wrong its clock is may be wrong in that by some seconds. */
  private static final long TOLERANCE = 30;

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

  /** The hub's clock is ahead of everybody's by a time, or behind it if that is negative. */
  static Fault hubAhead(Duration by) {
    return new Fault() {
      @Override
      public List<String> machine(Path folder) throws IOException {
        return WrongClock.options(folder, by);
      }

      @Override
      public void strike(World world, Random random) throws Exception {
        // Or nothing is tried here.
        int port = world.node(1).port();
        JsonNode told = HubProcess.get(HubProcess.uri(port, "/api/v1/status")).path("clock");
        long ahead = told.path(0).path("aheadSeconds").asLong();
        if (Math.abs(ahead - by.toSeconds()) > TOLERANCE) {
          throw new IllegalStateException("The hub's clock is right: " + told);
        }
      }

      @Override
      public void heal(World world) {
        // The clock stays wrong to the end: nothing may depend on somebody setting it.
      }
    };
  }
}
