package com.wechaterp.hub.erp.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON in a column of text; numbers stay as they are written, and no name may come twice. */
final class JsonText {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private JsonText() {}

  /** Returns whether a text is a JSON list or object, which no one means to show a buyer. */
  static boolean looksLike(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return false;
    }
    try {
      return JSON.readTree(text).isContainer();
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Returns whatever JSON a text holds. */
  static Object value(Place place, String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JacksonException e) {
      throw place.wrong(text, Wanted.JSON);
    }
  }

  /** Returns the texts and numbers of a JSON list. */
  static List<String> list(Place place, String text) {
    List<String> values = new ArrayList<>();
    if (text.isEmpty()) {
      return values;
    }
    JsonNode tree = tree(place, text, Wanted.JSON_LIST);
    if (tree.isNull()) {
      return values;
    }
    if (!tree.isArray()) {
      throw place.wrong(text, Wanted.JSON_LIST);
    }
    tree.forEach(one -> values.add(scalar(place, one, text, Wanted.JSON_LIST)));
    return values;
  }

  /** Returns the names and values of a JSON object, in its order. */
  static Map<String, String> object(Place place, String text) {
    JsonNode tree = tree(place, text, Wanted.JSON_OBJECT);
    if (!tree.isObject()) {
      throw place.wrong(text, Wanted.JSON_OBJECT);
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    tree.properties()
        .forEach(
            one ->
                pairs.put(
                    one.getKey().strip(),
                    scalar(place, one.getValue(), text, Wanted.JSON_OBJECT).strip()));
    return pairs;
  }

  /** Returns the names and values of a list of objects, each of which holds one pair. */
  static Map<String, String> pairs(Place place, ColumnRule.Pairs rule, String text) {
    JsonNode tree = tree(place, text, Wanted.JSON_PAIRS);
    if (!tree.isArray()) {
      throw place.wrong(text, Wanted.JSON_PAIRS);
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    for (JsonNode one : tree) {
      JsonNode name = one.path(rule.name());
      String value = scalar(place, one.path(rule.value()), text, Wanted.JSON_PAIRS);
      pairs.put(scalar(place, name, text, Wanted.JSON_PAIRS).strip(), value.strip());
    }
    return pairs;
  }

  private static JsonNode tree(Place place, String text, Wanted wanted) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw place.wrong(text, wanted);
    }
  }

  private static String scalar(Place place, JsonNode node, String text, Wanted wanted) {
    if (node.isNumber()) {
      return node.isIntegralNumber()
          ? node.bigIntegerValue().toString()
          : node.decimalValue().toPlainString();
    }
    if (!node.isString() && !node.isBoolean()) {
      throw place.wrong(text, wanted);
    }
    return node.asString();
  }
}
