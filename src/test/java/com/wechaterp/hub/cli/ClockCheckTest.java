package com.wechaterp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

class ClockCheckTest {

  @Test
  void agreesWithinHalfAMinute() throws IOException {
    assertThat(finding(date(Duration.ofSeconds(-20))).good()).isTrue();
    assertThat(finding(date(Duration.ofSeconds(20))).good()).isTrue();
  }

  @Test
  void saysByHowMuchTheClockDiffers() throws IOException {
    Finding finding = finding(date(Duration.ofMinutes(-10)));

    assertThat(finding.code()).isEqualTo("cli-clock");
    assertThat(finding.line(Language.ZH))
        .containsPattern("✗ clock: 本机时钟与 \\S+ 相差 60\\d 秒")
        .contains("NTP");
    assertThat(finding(date(Duration.ofMinutes(10))).line(Language.EN))
        .containsPattern("✗ clock: This server's clock differs from that of \\S+ by -(59|60)\\d s");
  }

  @Test
  void saysThatNobodyTellsTheTime() throws IOException {
    assertThat(finding("").code()).isEqualTo("cli-clock-unknown");
    assertThat(finding("Date: yesterday\r\n").line(Language.ZH)).contains("无法从", "base-url");
    assertThat(ClockCheck.finding("http://127.0.0.1:1").code()).isEqualTo("cli-clock-unknown");
    assertThat(ClockCheck.finding("no address").code()).isEqualTo("cli-clock-unknown");
  }

  private static String date(Duration ahead) {
    return "Date: "
        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plus(ahead).atOffset(ZoneOffset.UTC))
        + "\r\n";
  }

  /** A server of our own, because the JDK's writes the date itself. */
  private static Finding finding(String header) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answer(server, header));
      answering.start();
      return ClockCheck.finding("http://127.0.0.1:" + server.getLocalPort());
    }
  }

  private static void answer(ServerSocket server, String header) {
    try (Socket socket = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
      socket
          .getOutputStream()
          .write(
              ("HTTP/1.1 200 OK\r\n" + header + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
