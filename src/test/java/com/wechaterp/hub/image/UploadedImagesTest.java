package com.wechaterp.hub.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.wechaterp.hub.erp.PackSettings;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.wechat.WeChat;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class UploadedImagesTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4, 5, 6};
  private static final byte[] OTHER = {(byte) 0x89, 'P', 'N', 'G', 9, 9, 9, 9, 9, 9};

  @TempDir private Path folder;
  private final HikariDataSource database = HubDatabase.h2();
  private final List<Integer> answered = new ArrayList<>();
  private final List<String> uploads = new ArrayList<>();
  private final WeChat wechat =
      (account, operation, body) -> {
        uploads.add(account);
        return Map.of(
            "img_info", Map.of("temp_img_url", "https://mmecimage.cn/p/" + uploads.size()));
      };
  private byte[] picture = PNG;
  private HttpServer server;
  private UploadedImages images;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String tag = "\"" + picture[4] + "\"";
          boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          boolean missing = exchange.getRequestURI().getPath().equals("/missing.png");
          int status = missing ? 404 : same ? 304 : 200;
          answered.add(status);
          exchange.getResponseHeaders().add("ETag", tag);
          exchange.sendResponseHeaders(status, status == 200 ? picture.length : -1);
          if (status == 200) {
            exchange.getResponseBody().write(picture);
          }
          exchange.close();
        });
    server.start();
    images =
        new UploadedImages(
            JdbcClient.create(database),
            wechat,
            new PictureFetch(() -> List.of(folder), new InnerServers(List.of("127.0.0.1"))),
            pack());
  }

  @AfterEach
  void close() {
    server.stop(0);
    database.close();
  }

  @Test
  void fetchesAnUnchangedPictureOnce() {
    String first = images.link("main", address("a.png"));

    assertThat(images.link("main", address("a.png"))).isEqualTo(first);
    assertThat(answered).containsExactly(200, 304);
    assertThat(uploads).hasSize(1);
  }

  @Test
  void uploadsAPictureThatChangedAtTheSameAddress() {
    String first = images.link("main", address("a.png"));
    picture = OTHER;

    assertThat(images.link("main", address("a.png"))).isNotEqualTo(first);
    assertThat(uploads).hasSize(2);
  }

  @Test
  void uploadsOneContentOnceForEachAccount() {
    images.link("main", address("a.png"));
    images.link("main", address("b.png"));
    images.link("other", address("a.png"));

    assertThat(uploads).containsExactly("main", "other");
  }

  @Test
  void readsFilesBelowThePackAndNowhereElse() throws IOException {
    Files.write(folder.resolve("a.png"), PNG);

    assertThat(images.link("main", "file:a.png")).startsWith("https://mmecimage.cn");
    assertThatThrownBy(() -> images.link("main", "file:../../etc/passwd"))
        .isInstanceOf(ImageException.class)
        .hasMessage("outside the pack");
  }

  @Test
  void saysWhyAPictureCannotBeUsed() throws IOException {
    Files.writeString(folder.resolve("a.gif"), "GIF89a, which WeChat does not take");
    Files.write(folder.resolve("large.png"), new byte[2 * 1024 * 1024 + 1]);

    assertThatThrownBy(() -> images.link("main", address("missing.png"))).hasMessage("HTTP 404");
    assertThatThrownBy(() -> images.link("main", "file:a.gif")).hasMessage("neither jpg nor png");
    assertThatThrownBy(() -> images.link("main", "file:large.png")).hasMessage("larger than 2 MB");
    assertThat(uploads).isEmpty();
  }

  private String address(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  private PackSettings pack() {
    return new PackSettings() {
      @Override
      public String get(String name) {
        return "content";
      }

      @Override
      public Path folder() {
        return folder;
      }
    };
  }
}
