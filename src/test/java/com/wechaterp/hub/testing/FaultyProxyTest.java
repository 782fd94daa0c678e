package com.wechaterp.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.FaultyProxy.Direction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyProxyTest {

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final FaultyProxy proxy = FaultyProxy.to(listener.getLocalPort());
  private Socket client;
  private Socket server;

  FaultyProxyTest() throws IOException {}

  @BeforeEach
  void connect() throws IOException {
    client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    server = listener.accept();
    // The server's end is there before the proxy has noted the line that it is to break.
    await().until(() -> proxy.connections() == 1);
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    client.close();
    server.close();
    listener.close();
  }

  @Test
  void passesBothWaysAndTheEnd() throws IOException {
    send(client, "question");
    assertThat(read(server, 8)).isEqualTo("question");
    send(server, "answer");
    assertThat(read(client, 6)).isEqualTo("answer");
    client.close();
    assertThat(server.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void keepsFrozenConnectionsSilentAndPassesWhatWasSentOnceItIsMended() throws IOException {
    proxy.freeze();
    send(client, "question");
    assertSilent(server);
    client.close();
    assertSilent(server);
    proxy.pass();
    assertThat(read(server, 8)).isEqualTo("question");
    assertThat(server.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void freezesOneDirectionAlone() throws IOException {
    proxy.freeze(Direction.TO_CLIENT);
    send(client, "question");
    assertThat(read(server, 8)).isEqualTo("question");
    send(server, "answer");
    assertSilent(client);
  }

  @Test
  void forgetsOpenConnectionsForGoodAndPassesNewOnes() throws IOException {
    proxy.forget();
    proxy.pass();
    send(client, "question");
    assertSilent(server);
    try (Socket another = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        Socket accepted = listener.accept()) {
      send(another, "question");
      assertThat(read(accepted, 8)).isEqualTo("question");
    }
  }

  @Test
  void tricklesOneByteAfterTheOther() throws IOException {
    proxy.trickle(Direction.TO_SERVER, Duration.ofMillis(50));
    long begun = System.nanoTime();
    send(client, "question");
    assertThat(read(server, 8)).isEqualTo("question");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(350));
  }

  @Test
  void delays() throws IOException {
    proxy.delay(Direction.TO_SERVER, Duration.ofMillis(200));
    long begun = System.nanoTime();
    send(client, "question");
    assertThat(read(server, 8)).isEqualTo("question");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  void losesTheAnswerToWhatWasDone() throws IOException {
    proxy.lose(Direction.TO_CLIENT);
    send(client, "question");
    assertThat(read(server, 8)).isEqualTo("question");
    send(server, "answer");
    assertBroken(client);
  }

  @Test
  void cutsOpenAndNewConnections() throws IOException {
    proxy.cut();
    assertBroken(client);
    try (Socket another = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      assertBroken(another);
    }
    assertThat(proxy.connections()).isZero();
  }

  private static void assertSilent(Socket socket) throws IOException {
    socket.setSoTimeout(150);
    assertThatThrownBy(() -> socket.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    socket.setSoTimeout(0);
  }

  private static void assertBroken(Socket socket) throws IOException {
    try {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(Socket socket, int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
  }
}
