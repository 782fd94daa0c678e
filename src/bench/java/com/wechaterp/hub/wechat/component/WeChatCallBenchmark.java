package com.wechaterp.hub.wechat.component;

import com.wechaterp.hub.bench.AnsweringServer;
import com.wechaterp.hub.bench.Benchmark;
import com.wechaterp.hub.bench.Figure;
import com.wechaterp.hub.bench.Rate;
import com.wechaterp.hub.wechat.WeChatUnderTest;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Producer;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpMethods;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Calls through {@code wechat:} beside bare calls of the same HTTP client over as many connections.
 *
 * <p>The bare side sends bytes made beforehand and throws the answer's bytes away; the hub's side
 * also checks the request, writes and reads JSON and passes through Camel.
 */
public final class WeChatCallBenchmark implements Benchmark {

  private static final int CONNECTIONS = 20;
  private static final Map<String, Object> REQUEST =
      Map.of("out_product_id", "p-1", "need_edit_spu", 1);
  private static final byte[] REQUEST_JSON =
      "{\"out_product_id\":\"p-1\",\"need_edit_spu\":1}".getBytes(StandardCharsets.UTF_8);
  private static final String ANSWER =
      "{\"access_token\":\"t\",\"expires_in\":7200,\"errcode\":0,\"errmsg\":\"ok\","
          + "\"spu\":{\"product_id\":9007199254740993,\"out_product_id\":\"p-1\",\"status\":5}}";

  @Override
  public List<Figure> run() throws Exception {
    return List.of(
        figure("wechat: calls, stub answers at once", 0, 0),
        figure("wechat: calls, stub answers after 5 ms", 5_000_000, 0.8),
        camelHttp());
  }

  private static Figure figure(String what, long pauseNanos, double wanted) throws Exception {
    try (AnsweringServer server = new AnsweringServer(ANSWER, pauseNanos);
        WeChatUnderTest hub = new WeChatUnderTest(server.baseUrl(), Duration.ofSeconds(15));
        CloseableHttpClient bare = client();
        DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addComponent("wechat", new WeChatComponent(hub.weChat, WeChatContract.load(), "main"));
      camel.start();
      ProducerTemplate send = camel.createProducerTemplate();
      String url = server.baseUrl() + "/shop/spu/get?access_token=t";
      List<Double> rates =
          Rate.perSecond(
              CONNECTIONS,
              List.of(
                  () -> post(bare, url), () -> send.requestBody("wechat:shop/spu/get", REQUEST)));
      return new Figure(what, "calls/s", rates.get(0), rates.get(1), wanted);
    }
  }

  /** What camel-http alone costs: the same bytes sent, the answer's bytes read, nothing else. */
  private static Figure camelHttp() throws Exception {
    try (AnsweringServer server = new AnsweringServer(ANSWER, 0);
        CloseableHttpClient bare = client();
        DefaultCamelContext camel = new DefaultCamelContext()) {
      HttpComponent http = new HttpComponent();
      http.setMaxTotalConnections(CONNECTIONS);
      http.setConnectionsPerRoute(CONNECTIONS);
      http.setConnectionStateDisabled(true);
      camel.addComponent("http", http);
      camel.start();
      Producer producer =
          camel.getEndpoint(server.baseUrl() + "?copyHeaders=false").createProducer();
      producer.start();
      String url = server.baseUrl() + "/shop/spu/get?access_token=t";
      List<Double> rates =
          Rate.perSecond(CONNECTIONS, List.of(() -> post(bare, url), () -> process(producer)));
      return new Figure(
          "camel-http alone, stub answers at once", "calls/s", rates.get(0), rates.get(1), 0);
    }
  }

  private static byte[] process(Producer producer) throws Exception {
    Exchange exchange = producer.getEndpoint().createExchange(ExchangePattern.InOut);
    exchange.getIn().setHeader(Exchange.HTTP_METHOD, HttpMethods.POST);
    exchange.getIn().setHeader(Exchange.HTTP_PATH, "/shop/spu/get");
    exchange.getIn().setHeader(Exchange.HTTP_QUERY, "access_token=t");
    exchange.getIn().setBody(REQUEST_JSON);
    producer.process(exchange);
    return exchange.getMessage().getBody(byte[].class);
  }

  private static byte[] post(CloseableHttpClient client, String url) throws Exception {
    HttpPost post = new HttpPost(url);
    post.setEntity(new ByteArrayEntity(REQUEST_JSON, ContentType.APPLICATION_JSON));
    return client.execute(post, response -> EntityUtils.toByteArray(response.getEntity()));
  }

  private static CloseableHttpClient client() {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build())
        .disableAutomaticRetries()
        .build();
  }
}
