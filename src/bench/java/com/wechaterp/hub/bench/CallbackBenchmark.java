package com.wechaterp.hub.bench;

import com.wechaterp.hub.callback.MessageCipher;
import com.wechaterp.hub.callback.MessageSignature;
import com.wechaterp.hub.testing.HubProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Callbacks in safe mode to a whole hub with its routes running and its ERP away, beside a bare
 * Spring MVC endpoint that inserts the body; both with a database file of the same settings.
 */
final class CallbackBenchmark implements Benchmark {

  private static final String TOKEN = "benchtoken";
  private static final String KEY = "sandboxsandboxsandboxsandboxsandboxsandbox0";
  private static final String APP_ID = "wx1234567890123456";
  private static final String H2 =
      ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0";
  private static final int CONNECTIONS = 32;
  private static final int ROUND = 5_000;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 5;
  private static final int PER_SECOND = 1_000;

  /** A hub that runs for days is compiled; without this, half of a small machine compiles it. */
  private static final int SETTLING_SECONDS = 40;

  private static final int SECONDS = 10;

  private final MessageCipher cipher = new MessageCipher(KEY, APP_ID);
  private final AtomicLong ids = new AtomicLong(System.currentTimeMillis() * 1000);

  @Override
  public List<Figure> run() throws Exception {
    Path folder = Files.createTempDirectory("bench-callbacks");
    int hubPort = HubProcess.freePort();
    int barePort = HubProcess.freePort();
    try (HubProcess hub = HubProcess.launch(folder, hubPort, "hub", hubOptions());
        HubProcess bare =
            HubProcess.launch(
                folder,
                barePort,
                "bare",
                HubProcess.classPath(),
                BareEndpoint.class.getName(),
                bareOptions(folder))) {
      hub.awaitReady("/actuator/health");
      bare.awaitReady("/actuator/health");
      return measure(hubPort, barePort);
    }
  }

  private List<Figure> measure(int hubPort, int barePort) throws Exception {
    List<Double> bareRates = new ArrayList<>();
    List<Double> hubRates = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      double bareRate = throughput(barePort);
      double hubRate = throughput(hubPort);
      if (round >= WARM_UP) {
        bareRates.add(bareRate);
        hubRates.add(hubRate);
      }
    }
    Collections.sort(bareRates);
    Collections.sort(hubRates);
    try (Load load = new Load(hubPort, CONNECTIONS)) {
      load.latencies(requests(PER_SECOND * SETTLING_SECONDS), PER_SECOND);
      List<byte[]> requests = requests(PER_SECOND * SECONDS);
      double[] millis = load.latencies(requests, PER_SECOND);
      double p99 = millis[millis.length * 99 / 100];
      String what =
          String.format(
              Locale.ROOT,
              "callbacks at 1,000/s: 50 ms against p99 %.1f, p50 %.1f, max %.0f",
              p99,
              millis[millis.length / 2],
              millis[millis.length - 1]);
      return List.of(
          new Figure(
              "callbacks, durable",
              "events/s",
              bareRates.get(ROUNDS / 2),
              hubRates.get(ROUNDS / 2),
              0.8),
          new Figure(what, "50/ms", 1, 50 / p99, 1));
    }
  }

  private double throughput(int port) throws Exception {
    List<byte[]> requests = requests(ROUND);
    try (Load load = new Load(port, CONNECTIONS)) {
      return load.throughput(requests);
    }
  }

  private List<byte[]> requests(int count) {
    return Load.prepared(count, i -> request(String.valueOf(ids.incrementAndGet())));
  }

  private byte[] request(String id) {
    String time = String.valueOf(System.currentTimeMillis() / 1000);
    String message =
        "<xml><ToUserName><![CDATA[gh_bench]]></ToUserName><FromUserName><![CDATA[oTeam]]>"
            + "</FromUserName><CreateTime>"
            + time
            + "</CreateTime><MsgType><![CDATA[event]]></MsgType><Event>"
            + "<![CDATA[open_product_spu_audit]]></Event><OpenProductSpuAudit><out_product_id>"
            + "<![CDATA[P"
            + id
            + "]]></out_product_id><product_id>"
            + id
            + "</product_id><status>4</status><reject_reason><![CDATA[]]></reject_reason>"
            + "</OpenProductSpuAudit></xml>";
    String encrypted = cipher.encrypt(message);
    return Sender.post(
        "/callbacks/main?signature="
            + MessageSignature.of(TOKEN, time, "n" + id)
            + "&timestamp="
            + time
            + "&nonce=n"
            + id
            + "&openid=oTeam&encrypt_type=aes&msg_signature="
            + MessageSignature.of(TOKEN, time, "n" + id, encrypted),
        "<xml><ToUserName><![CDATA[gh_bench]]></ToUserName><Encrypt><![CDATA["
            + encrypted
            + "]]></Encrypt></xml>");
  }

  private static List<String> hubOptions() {
    return List.of(
        "--server.tomcat.max-keep-alive-requests=-1",
        "--hub.wechat.accounts.main.app-id=" + APP_ID,
        "--hub.wechat.accounts.main.app-secret=secret",
        "--hub.wechat.accounts.main.token=" + TOKEN,
        "--hub.wechat.accounts.main.encoding-aes-key=" + KEY,
        "--hub.wechat.accounts.main.base-url=http://127.0.0.1:1",
        "--hub.erp.url=jdbc:mysql://127.0.0.1:1/erp");
  }

  private static List<String> bareOptions(Path folder) {
    return List.of(
        "--server.tomcat.max-keep-alive-requests=-1",
        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("bare-db") + H2,
        "--spring.datasource.username=sa",
        "--spring.datasource.password=",
        "--spring.flyway.enabled=false",
        // The probes name the hub's own contributors, which the bare endpoint has not.
        "--management.endpoint.health.validate-group-membership=false",
        "--hub.rehearsal.active=false");
  }
}
