package com.wechaterp.hub.faults;

import com.wechaterp.hub.sandbox.SandboxServer;
import com.wechaterp.hub.testing.DemoTables;
import com.wechaterp.hub.testing.FaultyProxy;
import com.wechaterp.hub.testing.HubHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything of one run: the hub's nodes, and lines between them and all they need. */
final class World implements AutoCloseable {

  private final Path folder;
  private final Stage stage;
  private final Path home;
  private final String erpDatabase;
  private final String hubDatabase;
  private final FaultyProxy toErp;
  private final FaultyProxy toStore;
  private final JdbcTemplate erp;
  private final List<HubNode> nodes = new ArrayList<>();

  /**
   * Sets up a run with empty databases; nothing is started yet.
   *
   * @param broken classes that stand before the hub's own, or null
   * @param more settings beside the usual ones
   */
  World(
      Stage stage,
      Path folder,
      String name,
      Store store,
      int size,
      @Nullable Path broken,
      List<String> more)
      throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    this.stage = stage;
    this.erpDatabase = "erp_" + name;
    this.hubDatabase = "hub_" + name;
    this.toErp = FaultyProxy.to(stage.erp().port());
    this.toStore = FaultyProxy.to(stage.store().port());
    this.erp = stage.erp().people(erpDatabase);
    DemoTables.create(OwnMariaDb.url(stage.erp().port(), erpDatabase), OwnMariaDb.ALL);
    this.home = HubHome.copyTo(folder.resolve("home"));
    Path pack = home.resolve("config/erp/demo/pack.yaml");
    Files.writeString(
        pack,
        Files.readString(pack)
            .replace(
                "http://127.0.0.1:${server.port:8080}/rehearsal/images/",
                stage.weChat().pictures()));
    stage.weChat().reset();
    List<String> options = options(store);
    options.addAll(more);
    for (int i = 1; i <= size; i++) {
      nodes.add(new HubNode(folder, "node" + i, options, broken));
    }
  }

  /** Lets the nodes' Java machines be started with more options. */
  World on(List<String> machine) {
    nodes.forEach(node -> node.on(machine));
    return this;
  }

  private List<String> options(Store store) {
    List<String> options = new ArrayList<>(Schedules.FAST);
    String account = "--hub.wechat.accounts.main.";
    options.add("--hub.home=" + home);
    options.add("--hub.rehearsal.active=true");
    options.add("--hub.rehearsal.demo=true");
    options.add("--hub.rehearsal.merchant-every=0s");
    options.add("--hub.account=main");
    options.add(account + "app-id=" + SandboxServer.APP_ID);
    options.add(account + "app-secret=" + SandboxServer.SECRET);
    options.add(account + "token=" + PlayedWeChat.TOKEN);
    options.add(account + "encoding-aes-key=" + PlayedWeChat.AES_KEY);
    options.add(account + "base-url=" + stage.weChat().baseUrl());
    options.add("--hub.wechat.response-timeout=5s");
    options.add("--hub.quotas.spu-audit.hour=100000");
    options.add("--hub.quotas.spu-audit.day=100000");
    options.add("--hub.erp.pack=demo");
    options.add("--hub.erp.url=" + OwnMariaDb.url(toErp.port(), erpDatabase));
    options.add("--hub.erp.username=" + OwnMariaDb.HUB);
    if (store == Store.MARIADB) {
      options.add("--spring.datasource.url=" + OwnMariaDb.url(toStore.port(), hubDatabase));
      options.add("--spring.datasource.username=" + OwnMariaDb.HUB);
      options.add("--spring.datasource.password=");
    }
    return options;
  }

  /** Starts all nodes and waits until they answer. */
  void start() throws IOException, InterruptedException {
    for (HubNode node : nodes) {
      node.start();
    }
    for (HubNode node : nodes) {
      node.awaitReady();
    }
    stage.door().leadTo(nodes.stream().map(HubNode::port).toList());
  }

  Stage stage() {
    return stage;
  }

  PlayedWeChat weChat() {
    return stage.weChat();
  }

  /** Returns the ERP's database past the line. */
  JdbcTemplate erp() {
    return erp;
  }

  String erpDatabase() {
    return erpDatabase;
  }

  /** Returns the hub's own MariaDB past the line. */
  JdbcTemplate store() {
    return stage.store().people(hubDatabase);
  }

  FaultyProxy toErp() {
    return toErp;
  }

  FaultyProxy toStore() {
    return toStore;
  }

  HubNode node(int number) {
    return nodes.get(number - 1);
  }

  List<HubNode> nodes() {
    return nodes;
  }

  Path home() {
    return home;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    stage.door().leadTo(List.of());
    for (HubNode node : nodes) {
      node.close();
    }
    toErp.close();
    toStore.close();
    stage.erp().people("mysql").execute("DROP DATABASE IF EXISTS " + erpDatabase);
    stage.store().people("mysql").execute("DROP DATABASE IF EXISTS " + hubDatabase);
  }
}
