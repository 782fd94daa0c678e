package com.wechaterp.hub.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of a server that does not answer as it should. */
@Timeout(30)
class PictureFetchTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4, 5, 6};

  private final PictureFetch fetch =
      new PictureFetch(
          () -> List.of(Path.of("pack")),
          new InnerServers(List.of("127.0.0.1")),
          Duration.ofMillis(500));
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private int status = 200;
  private int announced = PNG.length;
  private boolean stalls;
  private String redirect = "";
  private volatile int asked;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          asked++;
          if (!redirect.isEmpty()) {
            exchange.getResponseHeaders().add("Location", redirect);
          }
          exchange.sendResponseHeaders(status, announced);
          exchange.getResponseBody().write(PNG);
          exchange.getResponseBody().flush();
          if (stalls) {
            waitUntilOver();
          }
          exchange.close();
        });
    server.start();
  }

  private void waitUntilOver() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private ProblemException failure() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.png";
    ImageException failure =
        catchThrowableOfType(ImageException.class, () -> fetch.newer(address, ""));
    assertThat(failure).isNotNull();
    return failure.of("product-image-failed", "T1", address);
  }

  private static void assertHeld(ProblemException failure, String why) {
    assertThat(failure).isInstanceOf(HoldException.class).hasMessageContaining(why);
    assertThat(((HoldException) failure).hold().release()).isEqualTo(Release.ERP_CHANGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void asksForAnotherTryWhenTheServerStumbles(int answered) {
    status = answered;

    assertThat(failure())
        .isInstanceOf(PictureAwayException.class)
        .hasMessageContainingAll("T1", "HTTP " + answered, "tried again");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  void waitsForAnotherPictureWhenTheServerRefusesIt(int answered) {
    status = answered;

    assertHeld(failure(), "HTTP " + answered);
  }

  @Test
  void asksForAnotherTryWhenNobodyListens() {
    server.stop(0);

    assertThat(failure())
        .isInstanceOf(PictureAwayException.class)
        .hasMessageContaining("ConnectException");
  }

  @Test
  void asksForAnotherTryWhenTheServerBreaksOffInTheBody() {
    announced = PNG.length + 5;

    assertThat(failure()).isInstanceOf(PictureAwayException.class);
  }

  @Test
  void givesUpAServerThatStallsInTheBody() {
    announced = PNG.length + 5;
    stalls = true;

    ProblemException failure = failure();

    assertThat(failure).isInstanceOf(PictureAwayException.class);
    assertThat(failure.problem().sentence(Language.EN)).contains("within 0.5 seconds");
    assertThat(failure.problem().sentence(Language.ZH)).contains("0.5 秒");
  }

  @Test
  void showsTheAddressWithoutItsSignature() {
    for (boolean passing : List.of(true, false)) {
      ProblemException failure =
          new ImageException("HTTP 403", "HTTP 403", passing)
              .of("complaint-image", "D1", "https://b.oss.cn/a.png?Expires=1&Signature=S123");

      assertThat(failure.problem().sentence(Language.ZH))
          .contains("https://b.oss.cn/a.png")
          .doesNotContain("S123");
    }
  }

  @Test
  void takesARefusalWithoutWaitingForItsBody() {
    status = 404;
    announced = PNG.length + 5;
    stalls = true;

    assertHeld(failure(), "HTTP 404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:%d/a.png", "http://2130706433:%d/", "http://[::1]:%d/"})
  void asksNoServerOfTheOwnNetworkThatIsNotAllowed(String address) {
    PictureFetch closed =
        new PictureFetch(() -> List.of(Path.of("pack")), new InnerServers(List.of()));
    String source = address.formatted(server.getAddress().getPort());

    ImageException failure =
        catchThrowableOfType(ImageException.class, () -> closed.newer(source, ""));

    assertHeld(failure.of("product-image-failed", "T1", source), "hub.image.inner-servers");
    assertThat(asked).isZero();
  }

  @Test
  void followsNoRedirectIntoTheOwnNetwork() {
    redirect = "http://[::1]:" + server.getAddress().getPort() + "/inner.png";
    status = 302;

    assertHeld(failure(), "hub.image.inner-servers");
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void holdsAPictureWhoseServerSendsInACircle() {
    redirect = "/a.png";
    status = 302;

    assertHeld(failure(), "does not follow HTTP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://h/a.png", "http:///a.png", "gopher://127.0.0.1/", "a.png"})
  void takesNothingButAddressesOfTheWeb(String source) {
    ImageException failure =
        catchThrowableOfType(ImageException.class, () -> fetch.newer(source, ""));

    assertThat(failure).hasMessageContaining("not an address");
  }
}
