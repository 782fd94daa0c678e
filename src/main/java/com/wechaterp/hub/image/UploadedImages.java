package com.wechaterp.hub.image;

import com.wechaterp.hub.document.WebAddress;
import com.wechaterp.hub.erp.PackSettings;
import com.wechaterp.hub.image.PictureFetch.Fetched;
import com.wechaterp.hub.wechat.WeChat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads a content once for each account; workers sharing a picture wait for one another. */
final class UploadedImages implements Images {

  private final JdbcClient jdbc;
  private final WeChat wechat;
  private final PictureFetch fetch;
  private final PackSettings pack;
  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

  UploadedImages(JdbcClient jdbc, WeChat wechat, PictureFetch fetch, PackSettings pack) {
    this.jdbc = jdbc;
    this.wechat = wechat;
    this.fetch = fetch;
    this.pack = pack;
  }

  @Override
  public String link(String account, String written) {
    String source =
        written.startsWith("file:")
            ? written
            : WebAddress.encoded(written.startsWith("//") ? "https:" + written : written);
    // WeChat cannot fetch a file of ours.
    if (pack.get("upload").equals("url") && !source.startsWith("file:")) {
      return once(
          account,
          DigestUtils.sha256Hex(source),
          Map.of("resp_type", 1L, "upload_type", 1L, "img_url", source));
    }
    Seen seen = seen(source);
    Optional<String> link = seen == null ? Optional.empty() : known(account, seen.content);
    // Where the account has not got it yet, the bytes are needed whether it changed or not.
    Optional<Fetched> newer =
        fetch.newer(source, seen != null && link.isPresent() ? seen.stamp : "");
    return newer.map(picture -> upload(account, source, picture)).or(() -> link).orElseThrow();
  }

  private String upload(String account, String source, Fetched picture) {
    String content = DigestUtils.sha256Hex(picture.bytes());
    String link =
        once(
            account, content, Map.of("resp_type", 1L, "upload_type", 0L, "media", picture.bytes()));
    if (!picture.stamp().isEmpty()) {
      jdbc.sql(
              "INSERT INTO image_source (source, stamp, content) VALUES (?, ?, ?)"
                  + " ON DUPLICATE KEY UPDATE stamp = VALUES(stamp), content = VALUES(content)")
          .params(DigestUtils.sha256Hex(source), picture.stamp(), content)
          .update();
    }
    return link;
  }

  private record Seen(String stamp, String content) {}

  private @Nullable Seen seen(String source) {
    return jdbc.sql("SELECT stamp, content FROM image_source WHERE source = ?")
        .param(DigestUtils.sha256Hex(source))
        .query((row, index) -> new Seen(row.getString(1), row.getString(2)))
        .optional()
        .orElse(null);
  }

  private String once(String account, String content, Map<String, Object> request) {
    Lock lock = locks[Math.floorMod((account + content).hashCode(), locks.length)];
    lock.lock();
    try {
      return known(account, content).orElseGet(() -> upload(account, content, request));
    } finally {
      lock.unlock();
    }
  }

  private Optional<String> known(String account, String content) {
    return jdbc.sql("SELECT link FROM image_upload WHERE account = ? AND content = ?")
        .params(account, content)
        .query(String.class)
        .optional();
  }

  private String upload(String account, String content, Map<String, Object> request) {
    Map<String, Object> answer = wechat.call(account, "shop/img/upload", request);
    if (!(answer.get("img_info") instanceof Map<?, ?> info)
        || !(info.get("temp_img_url") instanceof String link)) {
      throw new ImageException("WeChat answered without a link", "微信的应答中没有图片链接", false);
    }
    try {
      jdbc.sql("INSERT INTO image_upload (account, content, link) VALUES (?, ?, ?)")
          .params(account, content, link)
          .update();
      return link;
    } catch (DuplicateKeyException anotherNodeWasFaster) {
      return known(account, content).orElse(link);
    }
  }
}
