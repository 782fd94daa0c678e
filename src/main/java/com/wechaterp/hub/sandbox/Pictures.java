package com.wechaterp.hub.sandbox;

import java.util.Collection;
import java.util.regex.Pattern;

/** Which pictures WeChat takes: those it hosts itself (WeChat docs, limits [限额], picture hosts). */
final class Pictures {

  private static final Pattern OURS =
      Pattern.compile(
          "https?://(mmecimage\\.cn/p/|store\\.mp\\.video\\.tencent-cloud\\.com/|mmbizurl\\.cn/).*");

  private Pictures() {}

  /**
   * Passes links that img/upload returned.
   *
   * @throws SandboxError 1070010 for any other text
   */
  static void requireOurs(Collection<String> pictures) {
    require(pictures.stream().allMatch(Pictures::isOurs));
  }

  static boolean isOurs(String picture) {
    return OURS.matcher(picture).matches();
  }

  /**
   * Passes what an audit takes: links that img/upload returned, and media_ids.
   *
   * @throws SandboxError 1070010 for a link to elsewhere
   */
  static void requireOursOrMedia(Collection<String> pictures) {
    require(pictures.stream().allMatch(picture -> !picture.contains("://") || isOurs(picture)));
  }

  private static void require(boolean ours) {
    if (!ours) {
      throw new SandboxError(1070010, "请使用图片上传接口换取临时链接");
    }
  }
}
