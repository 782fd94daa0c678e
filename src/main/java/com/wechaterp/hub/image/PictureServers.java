package com.wechaterp.hub.image;

import com.wechaterp.hub.store.HubThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;

/** Asks the servers of pictures, none of which may be of the own network unless it is allowed. */
final class PictureServers {

  private static final int OK = 200;
  private static final int REDIRECTS = 5;
  private static final int CONNECTIONS = 20;
  private static final Timeout CONNECT = Timeout.ofSeconds(5);

  private final InnerServers inner;
  private final Duration deadline;
  private final CloseableHttpClient http;
  private final ScheduledExecutorService clock = HubThreads.schedule("picture-deadlines");

  PictureServers(InnerServers inner, Duration deadline) {
    this.inner = inner;
    this.deadline = deadline;
    // The check is where names become addresses, so no redirect and no second answer gets by it.
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new CheckedNames())
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(CONNECT).build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setMaxRedirects(REDIRECTS).build())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableContentCompression()
            .build();
  }

  /**
   * What a server answered.
   *
   * @param body as many of its bytes as were asked for
   */
  record Answer(int status, byte[] body, Optional<String> etag, Optional<String> modified) {}

  /** Thrown when an address is one of the own network. */
  static final class InnerServerException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    InnerServerException(String host) {
      super(host);
    }
  }

  /** Thrown when an answer was not there in time. */
  static final class TooSlowException extends IOException {

    private static final long serialVersionUID = 1L;

    TooSlowException(IOException cause) {
      super(cause);
    }
  }

  private final class CheckedNames implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] addresses = InetAddress.getAllByName(host);
      for (InetAddress address : addresses) {
        if (!inner.allows(host, address)) {
          throw new InnerServerException(host);
        }
      }
      return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  /**
   * Asks for a picture; the deadline is one for all of it, since a server can stall in the midst of
   * a body, too.
   *
   * @param headers what is asked beside the address
   * @param limit how many bytes of the body are read at most
   * @throws IOException if there is no answer; {@link InnerServerException} or {@link
   *     TooSlowException} where that is the reason
   */
  Answer get(URI address, Map<String, String> headers, int limit) throws IOException {
    HttpGet request = new HttpGet(address);
    headers.forEach(request::setHeader);
    AtomicBoolean late = new AtomicBoolean();
    Future<?> end =
        clock.schedule(
            () -> {
              late.set(true);
              request.cancel();
            },
            deadline.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return answer(request, limit);
    } catch (IOException e) {
      request.cancel();
      throw late.get() ? new TooSlowException(e) : e;
    } finally {
      end.cancel(false);
    }
  }

  /** Closing an answer would read its body to the end; cancelled, the rest stays at the server. */
  private Answer answer(HttpGet request, int limit) throws IOException {
    ClassicHttpResponse response = http.executeOpen(null, request, null);
    byte[] body = body(response, limit);
    Answer answer =
        new Answer(
            response.getCode(), body, header(response, "ETag"), header(response, "Last-Modified"));
    if (response.getEntity() == null || response.getCode() == OK && body.length < limit) {
      response.close();
    } else {
      request.cancel();
    }
    return answer;
  }

  private static byte[] body(ClassicHttpResponse answer, int limit) throws IOException {
    HttpEntity entity = answer.getEntity();
    if (entity == null || answer.getCode() != OK) {
      return new byte[0];
    }
    return entity.getContent().readNBytes(limit);
  }

  private static Optional<String> header(ClassicHttpResponse answer, String name) {
    return Optional.ofNullable(answer.getFirstHeader(name)).map(Header::getValue);
  }
}
