package com.wechaterp.hub.faults;

import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;

/** What can happen to the hub's own MariaDB. */
final class StoreFaults {

  private static final List<String> TABLES =
      List.of("work", "scheduled_tasks", "inbox_event", "timeline", "order_request", "order_link");

  private StoreFaults() {}

  /**
   * No byte passes between the hub and its database, and no connection ends; those that were open
   * stay silent for good, as when a firewall forgot them.
   */
  static Fault silent() {
    return new Fault() {
      @Override
      public void strike(World world, Random random) {
        world.toStore().forget();
        world.toStore().freeze();
      }

      @Override
      public void heal(World world) {
        world.toStore().pass();
      }
    };
  }

  /** Every row that would be added is refused as by a full disk. */
  static Fault full() {
    return refusing("HY000", 1114, "The table is full", 1.0);
  }

  /** Three of four rows that would be added meet a deadlock. */
  static Fault deadlocking() {
    return refusing("40001", 1213, "Deadlock found when trying to get lock", 0.75);
  }

  private static Fault refusing(String state, int number, String text, double share) {
    return new Fault() {
      @Override
      public void strike(World world, Random random) {
        JdbcTemplate store = world.store();
        for (String table : TABLES) {
          store.execute(
              """
              CREATE TRIGGER refuse_%1$s BEFORE INSERT ON %1$s FOR EACH ROW
              IF RAND() < %2$s THEN
                SIGNAL SQLSTATE '%3$s' SET MYSQL_ERRNO = %4$d, MESSAGE_TEXT = '%5$s';
              END IF"""
                  .formatted(table, share, state, number, text));
        }
      }

      @Override
      public void heal(World world) {
        TABLES.forEach(table -> world.store().execute("DROP TRIGGER IF EXISTS refuse_" + table));
      }
    };
  }

  /** The server dies and comes back. */
  static Fault restarted() {
    return new Fault() {
      @Override
      public void strike(World world, Random random) throws Exception {
        Thread.sleep(random.nextInt(2000));
        world.stage().store().kill();
        Thread.sleep(5000);
      }

      @Override
      public void heal(World world) throws Exception {
        world.stage().store().restart();
      }
    };
  }
}
