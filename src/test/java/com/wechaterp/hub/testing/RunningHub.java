package com.wechaterp.hub.testing;

import com.wechaterp.hub.HubApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole hub in the test's own process: its routes as they ship, the sandbox, and the demo
 * shop's tables in MariaDB, empty and without people. Products are not looked for.
 */
public final class RunningHub implements AutoCloseable {

  private static final String NEVER = "0+0+0+1+1+?+2099";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ConfigurableApplicationContext context;
  private final JdbcTemplate erp;
  private final String erpUrl;
  private final String here;

  /** One answer over HTTP. */
  public record Answer(int status, Map<?, ?> body) {}

  private RunningHub(ConfigurableApplicationContext context, String erpUrl, String here) {
    this.context = context;
    this.erp = new JdbcTemplate(new DriverManagerDataSource(erpUrl, "root", ""));
    this.erpUrl = erpUrl;
    this.here = here;
  }

  /** Starts a hub; settings are given as {@code name=value}. */
  public static RunningHub start(Path data, String... settings) throws IOException {
    String url = MariaDb.createDatabase("demo");
    DriverManagerDataSource shop = new DriverManagerDataSource(url, "root", "");
    new ResourceDatabasePopulator(
            false,
            false,
            "UTF-8",
            new PathMatchingResourcePatternResolver().getResources("classpath:rehearsal/*.sql"))
        .execute(shop);
    return startOn(url, data, settings);
  }

  /** Starts a hub over any ERP; settings are given as {@code name=value}. */
  public static RunningHub startOn(String url, Path data, String... settings) throws IOException {
    int port = HubProcess.freePort();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("server.port", String.valueOf(port));
    all.put("hub.data-dir", data.toString());
    all.put("hub.language", "en");
    all.put("hub.erp.url", url);
    all.put("hub.erp.username", "root");
    all.put("hub.rehearsal.active", "true");
    all.put("hub.rehearsal.demo", "true");
    all.put("hub.rehearsal.merchant-every", "0s");
    all.put("hub.products.find.cron", NEVER);
    all.put("hub.stock.find.cron", NEVER);
    List.of(settings)
        .forEach(each -> all.put(each.replaceFirst("=.*", ""), each.replaceFirst("^[^=]*=", "")));
    String[] arguments =
        all.entrySet().stream()
            .map(each -> "--" + each.getKey() + "=" + each.getValue())
            .toArray(String[]::new);
    return new RunningHub(
        SpringApplication.run(HubApplication.class, arguments), url, "http://127.0.0.1:" + port);
  }

  /** Ends this hub and starts another over the same ERP; its sandbox is a new one. */
  public RunningHub restart(Path data, String... settings) throws IOException {
    close();
    return startOn(erpUrl, data, settings);
  }

  /** Returns the demo shop's database. */
  public JdbcTemplate erp() {
    return erp;
  }

  /** Returns one value of the demo shop's database as text, empty if there is no row. */
  public String value(String sql, Object... parameters) {
    List<String> values = erp.queryForList(sql, String.class, parameters);
    return values.isEmpty() ? "" : String.valueOf(values.get(0));
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  /** Returns an answer that is a list of objects. */
  public List<Map<?, ?>> list(String path) {
    List<?> list = JSON.readValue(exchange("GET", path, null).body(), List.class);
    return list.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
  }

  /** Returns an answer that is one object a line. */
  public List<Map<?, ?>> lines(String method, String path) {
    return exchange(method, path, null)
        .body()
        .lines()
        .<Map<?, ?>>map(line -> JSON.readValue(line, Map.class))
        .toList();
  }

  public Answer post(String path, Map<String, ?> body) {
    return send("POST", path, JSON.writeValueAsString(body));
  }

  /** Posts a list. */
  public Answer send(String path, List<?> body) {
    return send("POST", path, JSON.writeValueAsString(body));
  }

  /** Pulls a lever of the sandbox, such as {@code orders/SO1/pay}, and returns its answer. */
  public Map<?, ?> lever(String lever) {
    Answer answer = send("POST", "/sandbox/_control/" + lever, null);
    if (answer.status() != 200) {
      throw new IllegalStateException(lever + ": " + answer);
    }
    return answer.body();
  }

  /** Returns the address of a path. */
  public String address(String path) {
    return here + path;
  }

  /** Returns one of the hub's own parts. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** Returns how often the sandbox was called. */
  public int calls(String operation) {
    Object count = get("/sandbox/_control/calls").body().get(operation);
    return count == null ? 0 : ((Number) count).intValue();
  }

  /** Returns how many keys of a flow are due or in work. */
  public long waiting(String flow) {
    Map<?, ?> flows = (Map<?, ?>) get("/api/v1/status").body().get("flows");
    return flows.get(flow) instanceof Map<?, ?> counts
        ? ((Number) counts.get("waiting")).longValue()
        : 0;
  }

  /** Returns the ids of the products that are on sale in the sandbox. */
  public Set<String> onSale() {
    List<?> products = (List<?>) get("/sandbox/_control/products").body().get("products");
    return products.stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> Integer.valueOf(5).equals(each.get("status")))
        .map(each -> String.valueOf(each.get("out_product_id")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns what the hub says it would send, one JSON line after the other. */
  public String plan() {
    return exchange("GET", "/api/v1/plan/products", null).body();
  }

  /** Returns what waits under a key, as {@code code: sentence}; empty if nothing does. */
  public String held(String flow, String key) {
    List<?> holds = (List<?>) get("/api/v1/status").body().get("holds");
    return holds.stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> flow.equals(each.get("flow")) && key.equals(each.get("key")))
        .map(each -> each.get("code") + ": " + each.get("reason"))
        .findFirst()
        .orElse("");
  }

  /** Sends a body as it is. */
  public Answer send(String method, String path, @Nullable String body) {
    HttpResponse<String> answer = exchange(method, path, body);
    return new Answer(answer.statusCode(), JSON.readValue(answer.body(), Map.class));
  }

  private HttpResponse<String> exchange(String method, String path, @Nullable String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(here + path))
            .header("Accept-Language", "en")
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(path, e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
