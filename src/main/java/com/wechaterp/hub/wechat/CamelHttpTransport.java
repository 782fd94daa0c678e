package com.wechaterp.hub.wechat;

import com.wechaterp.hub.wechat.contract.FieldType;
import com.wechaterp.hub.wechat.contract.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Producer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.component.http.HttpMethods;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends over camel-http, one pooled client for each base URL.
 *
 * <p>The exchange that carries the token is made here and dropped here, so that no route, trace or
 * dead letter ever sees it. Automatic repeats and redirects of the HTTP client are off: whether a
 * call is repeated is decided by what WeChat answered.
 */
class CamelHttpTransport implements WeChatTransport {

  private static final int OK = 200;
  private static final String DATE = "Date";

  private final CamelContext camel;
  private final HttpComponent http;
  private final AnswerDeadline deadline;
  private final WeChatClock clock;
  private final WeChatJson json = new WeChatJson();
  private final Map<String, Producer> producers = new ConcurrentHashMap<>();

  CamelHttpTransport(CamelContext camel, WeChatProperties properties, WeChatClock clock) {
    this.camel = camel;
    this.clock = clock;
    this.deadline = new AnswerDeadline(properties.answerTimeout());
    this.http = new HttpComponent();
    http.setCamelContext(camel);
    http.setMaxTotalConnections(properties.connections());
    http.setConnectionsPerRoute(properties.connections());
    http.setConnectTimeout(properties.connectTimeout().toMillis());
    http.setResponseTimeout(properties.responseTimeout().toMillis());
    http.setSoTimeout(properties.responseTimeout().toMillis());
    http.setConnectionRequestTimeout(Timeout.of(properties.responseTimeout()).toMilliseconds());
    http.setAutomaticRetriesDisabled(true);
    http.setRedirectHandlingDisabled(true);
    http.setCookieManagementDisabled(true);
    http.setAuthCachingDisabled(true);
    // Without this, pooled connections carry a user state and are not found again.
    http.setConnectionStateDisabled(true);
  }

  @Override
  public Map<String, Object> send(
      WeChatAccount account,
      Operation operation,
      @Nullable String accessToken,
      Map<String, ?> body) {
    Producer producer = producers.computeIfAbsent(account.baseUrl(), this::producer);
    Exchange exchange = producer.getEndpoint().createExchange(ExchangePattern.InOut);
    // As text, Camel would search all its converters for it: half the cost of a call.
    exchange.getIn().setHeader(Exchange.HTTP_METHOD, HttpMethods.valueOf(operation.method()));
    exchange.getIn().setHeader(Exchange.HTTP_PATH, operation.path());
    exchange.getIn().setHeader(Exchange.HTTP_QUERY, query(operation, accessToken, body));
    if ("POST".equals(operation.method())) {
      exchange
          .getIn()
          .setBody(operation.multipart() ? multipart(operation, body) : json.write(body));
      if (!operation.multipart()) {
        exchange.getIn().setHeader(Exchange.CONTENT_TYPE, "application/json; charset=UTF-8");
      }
    }
    return answer(account, operation, exchange, producer);
  }

  private Map<String, Object> answer(
      WeChatAccount account, Operation operation, Exchange exchange, Producer producer) {
    Instant sent = clock.own();
    exchange(operation, exchange, producer);
    clock.heard(account, exchange.getMessage().getHeader(DATE, String.class), sent);
    Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    byte[] bytes = exchange.getMessage().getBody(byte[].class);
    if (status != null && status != OK) {
      throw Outage.status(operation.id(), status);
    }
    return json.read(operation.id(), bytes == null ? new byte[0] : bytes);
  }

  private void exchange(Operation operation, Exchange exchange, Producer producer) {
    AnswerDeadline.Watch watch = deadline.watch(exchange);
    try (watch) {
      producer.process(exchange);
      Exception failure = exchange.getException();
      if (failure != null) {
        throw failure;
      }
    } catch (Exception e) {
      throw watch.isOver()
          ? Outage.late(operation.id(), deadline.length())
          : Outage.unreachable(operation.id(), e);
    }
  }

  private Producer producer(String baseUrl) {
    try {
      String uri = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
      HttpEndpoint endpoint =
          (HttpEndpoint)
              http.createEndpoint(uri + "?throwExceptionOnFailure=false&copyHeaders=false");
      Producer producer = new WatchedHttpProducer(endpoint);
      camel.addService(producer);
      producer.start();
      return producer;
    } catch (Exception e) {
      throw Outage.unreachable(baseUrl, e);
    }
  }

  /**
   * The token must be in the query string (WeChat docs, access tokens [接口调用凭据]); the classic token
   * call is a GET.
   */
  private static String query(
      Operation operation, @Nullable String accessToken, Map<String, ?> body) {
    StringBuilder query = new StringBuilder();
    if (accessToken != null) {
      query.append("access_token=").append(encode(accessToken));
    }
    operation
        .query()
        .forEach(
            field -> {
              Object value = body.get(field.name());
              if (value != null) {
                query.append(query.isEmpty() ? "" : "&");
                query.append(field.name()).append('=').append(encode(String.valueOf(value)));
              }
            });
    return query.toString();
  }

  private static Object multipart(Operation operation, Map<String, ?> body) {
    // The builder's own type adds a charset of ISO-8859-1, which is not that of the parts.
    MultipartEntityBuilder parts =
        MultipartEntityBuilder.create().setContentType(ContentType.create("multipart/form-data"));
    operation
        .request()
        .forEach(
            field -> {
              Object value = body.get(field.name());
              if (value instanceof byte[] bytes && field.type() == FieldType.FILE) {
                boolean png = bytes.length > 1 && bytes[1] == 'P';
                parts.addBinaryBody(
                    field.name(),
                    bytes,
                    png ? ContentType.IMAGE_PNG : ContentType.IMAGE_JPEG,
                    png ? "image.png" : "image.jpg");
              } else if (value != null) {
                parts.addTextBody(
                    field.name(),
                    String.valueOf(value),
                    ContentType.create("text/plain", StandardCharsets.UTF_8));
              }
            });
    return parts.build();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
