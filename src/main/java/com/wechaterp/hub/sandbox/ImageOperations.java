package com.wechaterp.hub.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** Takes pictures in and gives links for them (shop/img/upload). */
class ImageOperations implements OperationFamily {

  private static final int LARGEST = 2 * 1024 * 1024;

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of("shop/img/upload", this::upload);
  }

  private Map<String, Object> upload(Shop shop, Map<String, Object> request) {
    String content = content(request);
    String id = hash(content);
    Map<String, Object> image = Fields.of();
    switch ((int) Fields.number(request, "resp_type")) {
      case 0 -> image.put("media_id", "media_" + id);
      case 1 -> image.put("temp_img_url", "https://mmecimage.cn/p/" + shop.appId() + "/" + id);
      case 2 -> image.put("pay_media_id", "pay_" + id);
      default -> throw new SandboxError(40097, "invalid args: resp_type");
    }
    return Fields.of("img_info", image);
  }

  private static String content(Map<String, Object> request) {
    if (Fields.number(request, "upload_type") == 1) {
      String url = Fields.text(request, "img_url");
      if (!url.startsWith("http://") && !url.startsWith("https://")) {
        throw new SandboxError(40097, "invalid args: img_url");
      }
      return url;
    }
    if (!(request.get("media") instanceof byte[] bytes) || bytes.length < 4) {
      throw new SandboxError(40097, "invalid args: media");
    }
    if (bytes.length > LARGEST) {
      throw new SandboxError(45002, "content size out of limit");
    }
    boolean png = bytes[0] == (byte) 0x89 && bytes[1] == 'P';
    boolean jpg = bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8;
    if (!png && !jpg) {
      throw new SandboxError(40097, "invalid args: media is neither jpg nor png");
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String hash(String content) {
    return DigestUtils.sha256Hex(content).substring(0, 32);
  }
}
