package com.wechaterp.hub.wechat.contract;

import com.wechaterp.hub.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts known of the platform, each as a line of its own: where it stands, and what it says.
 */
final class DocumentedFacts {

  /** Parts of every call, which the contract does not repeat; a token call answers a token. */
  private static final Set<String> ENVELOPE =
      Set.of(" query access_token", " response errcode", " response errmsg");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DocumentedFacts() {}

  static Map<String, String> operations() {
    Map<String, String> facts = new TreeMap<>();
    for (String file : new String[] {"operations.json", "operations-sec-order.json"}) {
      for (JsonNode operation : document(file)) {
        String id = operation.path("path").asString().substring(1);
        facts.put(id, operation.path("method").asString());
        for (String part : new String[] {"query", "request", "response"}) {
          fields(operation.path(part), id + " " + part + " ", facts);
        }
      }
    }
    return facts;
  }

  static Map<String, String> enums() {
    Map<String, String> facts = new TreeMap<>();
    document("enums.json")
        .properties()
        .forEach(
            table -> {
              facts.put(table.getKey(), table.getValue().path("name_zh").asString());
              for (JsonNode value : table.getValue().path("values")) {
                facts.put(
                    table.getKey() + " " + value.path("code").asString(),
                    value.path("meaning_zh").asString());
              }
            });
    return facts;
  }

  static Map<String, String> errors() {
    Map<String, String> facts = new TreeMap<>();
    for (JsonNode error : document("errors.json")) {
      facts.put(
          error.path("code").asString(),
          error.path("message_zh").asString() + " (" + error.path("category_key").asString() + ")");
    }
    return facts;
  }

  static Map<String, String> events() {
    Map<String, String> facts = new TreeMap<>();
    for (JsonNode event : document("events.json")) {
      String name = event.path("event").asString();
      facts.put(
          name,
          event.path("body_element").asString().replace("(root)", ".")
              + " "
              + event.path("name_zh").asString());
      for (JsonNode field : event.path("fields")) {
        facts.put(name + " " + field.path("name").asString(), type(field));
      }
    }
    return facts;
  }

  private static void fields(JsonNode fields, String at, Map<String, String> facts) {
    for (JsonNode field : fields) {
      String name = field.path("name").asString();
      if (ENVELOPE.stream().noneMatch((at + name)::endsWith)) {
        facts.put(
            at + name,
            (type(field)
                    + " "
                    + need(field.path("required"))
                    + " "
                    + field.path("unit").asString("")
                    + " "
                    + field.path("enum").asString("")
                    + (field.has("wire") ? " either form" : ""))
                .replaceAll(" +", " ")
                .strip());
        fields(field.path("fields"), at + name + ".", facts);
      }
    }
  }

  private static Need need(JsonNode required) {
    return required.isNull()
        ? Need.CONDITIONAL
        : required.asBoolean() ? Need.REQUIRED : Need.OPTIONAL;
  }

  private static String type(JsonNode field) {
    String type = field.path("type").asString();
    boolean list = type.startsWith("array<");
    return plain(list ? type.substring("array<".length(), type.length() - 1) : type)
        + (list ? "[]" : "");
  }

  private static FieldType plain(String type) {
    return switch (type) {
      case "integer(int64)" -> FieldType.ID;
      case "integer(0|1)" -> FieldType.FLAG;
      case "integer(unix-seconds)" -> FieldType.SECONDS;
      case "string(yyyy-MM-dd HH:mm:ss)" -> FieldType.DATETIME;
      case "string(date-time)" -> FieldType.RFC3339;
      default -> FieldType.of(type);
    };
  }

  private static JsonNode document(String file) {
    try {
      return JSON.readTree(Files.readString(Shared.path("wechat/" + file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
