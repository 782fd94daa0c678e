package com.wechaterp.hub.wechat.contract;

import com.wechaterp.hub.problem.YamlEntries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the contract's files; the notation is told in {@code wechat/README.md}. */
final class ContractReader {

  private ContractReader() {}

  /** Returns a file by its own name. */
  static Map<String, YamlEntries> document(String path) {
    YamlEntries entries = new YamlEntries();
    try (InputStream in =
        Objects.requireNonNull(ContractReader.class.getResourceAsStream("/wechat/" + path))) {
      entries.add(in, path);
      return Map.of(path, entries);
    } catch (IOException e) {
      throw new UncheckedIOException("The contract file wechat/" + path + " cannot be read", e);
    }
  }

  /** Returns the operation files by group. */
  static Map<String, YamlEntries> operationFiles() {
    Map<String, YamlEntries> files = new LinkedHashMap<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath:wechat/operations/*.yaml")) {
        try (InputStream in = file.getInputStream()) {
          String name = String.valueOf(file.getFilename());
          YamlEntries entries = new YamlEntries();
          entries.add(in, name);
          files.put(name.substring(0, name.length() - ".yaml".length()), entries);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The contract's operations cannot be read", e);
    }
    return files;
  }

  static Operation operation(String group, String id, Map<String, Object> node) {
    return new Operation(
        id,
        text(node, "method", "POST"),
        group,
        text(node, "zh", ""),
        text(node, "en", ""),
        Boolean.TRUE.equals(node.get("multipart")),
        !Boolean.FALSE.equals(node.get("token")),
        Boolean.TRUE.equals(node.get("reads")),
        fields(node.get("query")),
        fields(node.get("request")),
        fields(node.get("response")),
        text(node, "doc", ""),
        text(node, "notes", ""));
  }

  static List<Field> fields(@Nullable Object node) {
    if (node == null) {
      return List.of();
    }
    List<Field> fields = new ArrayList<>();
    map(node).forEach((key, value) -> fields.add(field(key, value)));
    return List.copyOf(fields);
  }

  private static Field field(String key, Object value) {
    Need need =
        key.endsWith("!") ? Need.REQUIRED : key.endsWith("?") ? Need.CONDITIONAL : Need.OPTIONAL;
    String name = need == Need.OPTIONAL ? key : key.substring(0, key.length() - 1);
    if (value instanceof List<?> list) {
      return new Field(
          name, FieldType.OBJECT, true, need, null, null, false, fields(list.get(0)), "");
    }
    if (value instanceof Map<?, ?>) {
      return new Field(name, FieldType.OBJECT, false, need, null, null, false, fields(value), "");
    }
    return scalar(name, need, String.valueOf(value));
  }

  private static Field scalar(String name, Need need, String notation) {
    int bar = notation.indexOf(" | ");
    String description = bar < 0 ? "" : notation.substring(bar + 3);
    String[] words = (bar < 0 ? notation : notation.substring(0, bar)).split(" ");
    boolean list = words[0].endsWith("[]");
    String type = list ? words[0].substring(0, words[0].length() - 2) : words[0];
    String unit = null;
    String enumName = null;
    boolean eitherForm = false;
    for (int i = 1; i < words.length; i++) {
      if (words[i].startsWith("enum=")) {
        enumName = words[i].substring("enum=".length());
      } else if (words[i].startsWith("or-")) {
        eitherForm = true;
      } else {
        unit = words[i];
      }
    }
    return new Field(
        name, FieldType.of(type), list, need, unit, enumName, eitherForm, List.of(), description);
  }

  static Map<String, Object> map(@Nullable Object node) {
    Map<String, Object> byName = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> byName.put(String.valueOf(key), value));
    }
    return byName;
  }

  static String text(Map<String, Object> node, String key, String otherwise) {
    return String.valueOf(node.getOrDefault(key, otherwise));
  }
}
