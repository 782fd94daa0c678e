package com.wechaterp.hub.onboarding;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The form for the scene merchant number, {@code config/onboarding/wxpay.yaml}: the fields of
 * {@code shop/wxpay/apply}, with {@code file: <picture>} where WeChat wants a picture.
 */
class WxPayForm {

  private static final int LIMIT = 2 * 1024 * 1024;
  private static final String FORM = "wxpay.yaml";
  private static final String FILE = "file";

  private final List<Path> folders;
  private final WeChat wechat;

  /**
   * Creates the form.
   *
   * @param folders where it is looked for; the first that has it counts
   */
  WxPayForm(List<Path> folders, WeChat wechat) {
    this.folders = folders.stream().map(each -> each.toAbsolutePath().normalize()).toList();
    this.wechat = wechat;
  }

  private Path folder() {
    return folders.stream()
        .filter(each -> Files.isRegularFile(each.resolve(FORM)))
        .findFirst()
        .orElse(folders.get(0));
  }

  private Path form() {
    return folder().resolve(FORM);
  }

  /** Returns whether the form is there. */
  boolean isThere() {
    return Files.isRegularFile(form());
  }

  /**
   * Returns the request, its pictures uploaded.
   *
   * @throws ProblemException if the form or a picture cannot be used
   */
  @SuppressWarnings("unchecked")
  Map<String, Object> request(String account) {
    Object read;
    try {
      read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(form()));
    } catch (IOException e) {
      throw broken("the file cannot be read");
    } catch (YAMLException e) {
      throw broken(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
    if (!(read instanceof Map<?, ?>)) {
      throw broken("it should hold the fields of shop/wxpay/apply");
    }
    return (Map<String, Object>) filled(account, read);
  }

  private Object filled(String account, Object node) {
    if (node instanceof Map<?, ?> map) {
      if (map.get(FILE) instanceof String picture) {
        return Map.of("name", picture, "pay_media_id", mediaId(account, picture));
      }
      Map<String, Object> filled = new LinkedHashMap<>();
      map.forEach((name, value) -> filled.put(String.valueOf(name), filled(account, value)));
      return filled;
    }
    if (node instanceof List<?> list) {
      return list.stream().map(each -> filled(account, each)).toList();
    }
    return node instanceof Integer number ? Long.valueOf(number) : node;
  }

  /** WeChat Pay wants an id of its own kind, {@code resp_type} 2. */
  private String mediaId(String account, String picture) {
    Path folder = folder();
    Path file = folder.resolve(picture).normalize();
    if (!file.startsWith(folder)) {
      throw broken("the picture " + picture + " is outside config/onboarding");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw broken("the picture " + picture + " cannot be read");
    }
    if (bytes.length > LIMIT) {
      throw broken("the picture " + picture + " is larger than 2 MB");
    }
    Answer answer =
        new Answer(
            wechat.call(
                account,
                "shop/img/upload",
                Map.of("resp_type", 2L, "upload_type", 0L, "media", bytes)));
    return answer.object("img_info").text("pay_media_id");
  }

  private static ProblemException broken(String detail) {
    return new ProblemException(Problem.of("onboarding-form", "detail", detail));
  }
}
