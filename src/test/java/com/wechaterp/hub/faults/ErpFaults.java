package com.wechaterp.hub.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What can happen to the ERP's database. */
final class ErpFaults {

  /** What the people of the shop write too, each as a table they lock. */
  private static final List<String> LOCKS =
      List.of(
          "UPDATE so_head SET keep_min = keep_min",
          "UPDATE store_qty SET qty = qty",
          "UPDATE wx_order SET wx_state = wx_state",
          "UPDATE wx_goods SET wx_state = wx_state");

  private ErpFaults() {}

  /** Its connections break, and it takes no new one. */
  static Fault down() {
    return new Fault() {
      @Override
      public void strike(World world, Random random) {
        world.toErp().cut();
      }

      @Override
      public void heal(World world) {
        world.toErp().pass();
      }
    };
  }

  /** It says nothing any more and ends no connection. */
  static Fault silent() {
    return new Fault() {
      @Override
      public void strike(World world, Random random) {
        world.toErp().freeze();
      }

      @Override
      public void heal(World world) {
        world.toErp().pass();
      }
    };
  }

  /** Somebody changed everything and went for a coffee before the commit. */
  static Fault locked() {
    return new Fault() {
      private @Nullable Connection clerk;

      @Override
      public void strike(World world, Random random) throws Exception {
        Connection opened = session(world);
        clerk = opened;
        for (String lock : LOCKS) {
          opened.createStatement().execute(lock);
        }
      }

      @Override
      public void heal(World world) throws Exception {
        if (clerk != null) {
          clerk.rollback();
          clerk.close();
        }
      }
    };
  }

  /** It was made a replica that nobody may write to. */
  static Fault readOnly() {
    return new Fault() {
      @Override
      public void strike(World world, Random random) {
        world.erp().execute("SET GLOBAL read_only = 1");
      }

      @Override
      public void heal(World world) {
        world.erp().execute("SET GLOBAL read_only = 0");
      }
    };
  }

  /**
   * Whatever transaction of the hub is open is ended, and at last the whole server dies. A clerk
   * holds the stock meanwhile, so that the hub's transactions are in their middle for a while.
   */
  static Fault killedInTransaction() {
    return new Fault() {
      @Override
      public void strike(World world, Random random) throws Exception {
        JdbcTemplate erp = world.erp();
        Connection clerk = session(world);
        clerk.createStatement().execute("UPDATE store_qty SET qty = qty");
        for (int round = 0; round < 80; round++) {
          erp.queryForList(
                  "SELECT t.trx_mysql_thread_id FROM information_schema.innodb_trx t"
                      + " JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id"
                      + " WHERE p.user = ?",
                  Long.class,
                  OwnMariaDb.HUB)
              .forEach(id -> end(erp, id));
          Thread.sleep(50 + random.nextInt(50));
        }
        clerk.rollback();
        clerk.close();
        world.stage().erp().kill();
        Thread.sleep(2000);
      }

      @Override
      public void heal(World world) throws Exception {
        world.stage().erp().restart();
      }
    };
  }

  /** Opens a session of the shop's people, with a transaction that ends when they say so. */
  private static Connection session(World world) throws SQLException {
    int port = world.stage().erp().port();
    Connection session =
        DriverManager.getConnection(OwnMariaDb.url(port, world.erpDatabase()), OwnMariaDb.ALL, "");
    session.setAutoCommit(false);
    return session;
  }

  private static void end(JdbcTemplate erp, long connection) {
    try {
      erp.execute("KILL " + connection);
    } catch (DataAccessException e) {
      // It had ended by itself.
      return;
    }
  }
}
