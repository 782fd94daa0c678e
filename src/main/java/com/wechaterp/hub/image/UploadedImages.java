package com.wechaterp.hub.image;

import com.wechaterp.hub.document.WebAddress;
import com.wechaterp.hub.erp.PackSettings;
import com.wechaterp.hub.image.PictureFetch.Fetched;
import com.wechaterp.hub.store.UtcTimes;
import com.wechaterp.hub.wechat.WeChat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
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
              "INSERT INTO image_source (source, stamp, content, used_at) VALUES (?, ?, ?, ?)"
                  + " ON DUPLICATE KEY UPDATE stamp = VALUES(stamp), content = VALUES(content),"
                  + " used_at = VALUES(used_at)")
          .params(DigestUtils.sha256Hex(source), picture.stamp(), content, today())
          .update();
    }
    return link;
  }

  /** What is not used for long is forgotten; to know that, a day is enough. */
  private static LocalDateTime today() {
    return UtcTimes.utc(Instant.now().truncatedTo(ChronoUnit.DAYS));
  }

  private record Seen(String stamp, String content) {}

  private @Nullable Seen seen(String source) {
    String digest = DigestUtils.sha256Hex(source);
    jdbc.sql("UPDATE image_source SET used_at = ? WHERE source = ? AND used_at < ?")
        .params(today(), digest, today())
        .update();
    return jdbc.sql("SELECT stamp, content FROM image_source WHERE source = ?")
        .param(digest)
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
    jdbc.sql(
            "UPDATE image_upload SET used_at = ?"
                + " WHERE account = ? AND content = ? AND used_at < ?")
        .params(today(), account, content, today())
        .update();
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
      jdbc.sql("INSERT INTO image_upload (account, content, link, used_at) VALUES (?, ?, ?, ?)")
          .params(account, content, link, today())
          .update();
      return link;
    } catch (DuplicateKeyException anotherNodeWasFaster) {
      return known(account, content).orElse(link);
    }
  }
}
