package com.wechaterp.hub.faults;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** What can happen to the hub's own processes. */
final class HubFaults {

  private HubFaults() {}

  /** A node is killed twice while calls are under way, and started again. */
  static Fault killed(int node) {
    return new Fault() {
      @Override
      public void strike(World world, Random random) throws Exception {
        // Calls that take a while are under way more often when the hub dies.
        world.weChat().becomes(WeChatFault.slow(random, Duration.ofSeconds(1)));
        for (int kill = 1; kill <= 2; kill++) {
          Thread.sleep(500 + random.nextInt(2500));
          world.node(node).kill();
          Thread.sleep(500);
          world.node(node).start();
          world.node(node).awaitReady();
        }
      }

      @Override
      public void heal(World world) {
        world.weChat().becomes(WeChatFault.NONE);
      }
    };
  }

  /** A node stands still and comes back with all it believed. */
  static Fault frozen(int node) {
    return new Fault() {
      @Override
      public void strike(World world, Random random) throws Exception {
        // Answers that take a while are on their way more often when the node stops.
        world.weChat().becomes(WeChatFault.slow(random, Duration.ofSeconds(3)));
        Thread.sleep(1000 + random.nextInt(2500));
        world.node(node).freeze();
      }

      @Override
      public void heal(World world) throws Exception {
        world.weChat().becomes(WeChatFault.NONE);
        world.node(node).thaw();
      }
    };
  }

  /** No file of the hub can grow. */
  static Fault diskFull() {
    return new Fault() {
      @Override
      public void strike(World world, Random random) throws Exception {
        long largest = 0;
        try (var files = Files.walk(world.node(1).data())) {
          for (Path file : files.toList()) {
            largest = Math.max(largest, file.toFile().length());
          }
        }
        world.node(1).limitFiles(String.valueOf(largest + 4096));
      }

      @Override
      public void heal(World world) throws Exception {
        world.node(1).limitFiles("unlimited");
      }

      @Override
      public String impossible() {
        return new File("/usr/bin/prlimit").canExecute() ? "" : "there is no prlimit";
      }
    };
  }

  /** All route files are saved again and again, one of them broken in between. */
  static Fault routesSaved() {
    return new Fault() {
      @Override
      public void strike(World world, Random random) throws Exception {
        // Work that takes a while is under way more often when its route stops.
        world.weChat().becomes(WeChatFault.slow(random, Duration.ofSeconds(1)));
        Path routes = world.home().resolve("routes");
        for (int round = 0; round < 3; round++) {
          try (var files = Files.list(routes)) {
            for (Path file : files.sorted().toList()) {
              Files.writeString(file, Files.readString(file) + "\n# saved " + round + "\n");
            }
          }
          Path products = routes.resolve("products.camel.yaml");
          String good = Files.readString(products);
          Thread.sleep(2000);
          Files.writeString(products, good.replace("work:products", "wrok:products"));
          Thread.sleep(2000);
          Files.writeString(products, good);
          Thread.sleep(2000);
        }
      }

      @Override
      public void heal(World world) {
        world.weChat().becomes(WeChatFault.NONE);
      }
    };
  }
}
