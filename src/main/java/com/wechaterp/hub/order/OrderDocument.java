package com.wechaterp.hub.order;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.WeChatTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as the mini-program's backend sends it: JSON with the names of the port {@code orders}.
 *
 * @param order the order, as far as it could be read
 * @param problems unknown fields and values of a wrong type
 */
record OrderDocument(Order order, List<Problem> problems) {

  static final String LINES = "product_infos";

  static final Set<String> TEXTS =
      Set.of(
          "out_order_id",
          "out_user_id",
          "openid",
          "scene",
          "path",
          "trace_id",
          "additional_remarks",
          "prepay_id",
          "action_remark",
          "transaction_id",
          "receiver_name",
          "country",
          "province",
          "city",
          "town",
          "detailed_address",
          "tel_number",
          "return_receiver_name",
          "return_country",
          "return_province",
          "return_city",
          "return_town",
          "return_detailed_address",
          "return_tel_number");

  static final Set<String> NUMBERS =
      Set.of(
          "fund_type",
          "aftersale_duration",
          "order_price",
          "freight",
          "discounted_price",
          "additional_price",
          "pay_method_type",
          "action_type",
          "delivery_type");

  static final Set<String> TIMES = Set.of("create_time", "expire_time", "prepay_time", "pay_time");

  static final Set<String> LINE_TEXTS =
      Set.of("out_product_id", "out_sku_id", "path", "title", "head_img");

  static final Set<String> LINE_NUMBERS = Set.of("product_cnt", "sale_price", "sku_real_price");

  /** Reads a request's body. */
  static OrderDocument of(Map<String, ?> body) {
    Fields fields = new Fields(String.valueOf(body.get("out_order_id")));
    Map<String, Object> document = fields.read("", body, TEXTS, NUMBERS, TIMES);
    document.put(LINES, fields.lines(body.get(LINES)));
    OrderReader.Reading reading = OrderReader.reading(document);
    List<Problem> problems = new ArrayList<>(fields.problems);
    Set<String> told = new HashSet<>();
    problems.forEach(problem -> told.add(problem.facts().get("field")));
    // What could not be read is missing from the document, which is no second finding.
    reading.problems().stream()
        .filter(problem -> !told.contains(problem.facts().get("field")))
        .forEach(problems::add);
    return new OrderDocument(reading.order(), problems);
  }

  /** Reads field by field; of what has a wrong type only numbers are shown, as none is personal. */
  private static final class Fields {

    private final String key;
    private final List<Problem> problems = new ArrayList<>();

    private Fields(String key) {
      this.key = key;
    }

    private Map<String, Object> read(
        String at, Map<?, ?> body, Set<String> texts, Set<String> numbers, Set<String> times) {
      Map<String, Object> document = new LinkedHashMap<>();
      body.forEach(
          (name, value) -> {
            String field = String.valueOf(name);
            if (value == null || at.isEmpty() && field.equals(LINES)) {
              return;
            }
            if (texts.contains(field)) {
              put(document, at, field, value, text(value), "text");
            } else if (numbers.contains(field)) {
              put(document, at, field, value, whole(value), "integer");
            } else if (times.contains(field)) {
              put(document, at, field, value, time(value), "time");
            } else {
              unknown(at + field, texts, numbers, times);
            }
          });
      return document;
    }

    private List<Map<String, Object>> lines(@Nullable Object value) {
      List<Map<String, Object>> lines = new ArrayList<>();
      if (value != null && !(value instanceof List<?>)) {
        wrong(LINES, value, "list");
      }
      if (value instanceof List<?> list) {
        for (Object each : list) {
          if (each instanceof Map<?, ?> line) {
            String at = LINES + "[" + line.get("out_sku_id") + "].";
            lines.add(read(at, line, LINE_TEXTS, LINE_NUMBERS, Set.of()));
          } else {
            wrong(LINES, "***", "list of objects");
          }
        }
      }
      return lines;
    }

    private void put(
        Map<String, Object> document,
        String at,
        String field,
        Object sent,
        @Nullable Object value,
        String type) {
      if (value == null) {
        wrong(at + field, sent, type);
      } else {
        document.put(field, value);
      }
    }

    private static @Nullable Object text(Object value) {
      return value instanceof String || whole(value) != null ? String.valueOf(value) : null;
    }

    /** 19.00 might be meant as yuan, so a point is refused even if no fen is behind it. */
    private static @Nullable Object whole(Object value) {
      boolean whole = value instanceof Integer || value instanceof Long;
      boolean digits = value instanceof String text && text.matches("-?\\d{1,18}");
      return whole || digits ? Long.valueOf(value.toString()) : null;
    }

    private static @Nullable Instant time(Object value) {
      try {
        return WeChatTime.read(String.valueOf(value));
      } catch (DateTimeException | NumberFormatException e) {
        return null;
      }
    }

    private void wrong(String field, Object sent, String type) {
      String found = sent instanceof Number ? sent.toString() : "***";
      problems.add(
          Problem.of("order-column", "key", key, "field", field, "found", found, "type", type));
    }

    private void unknown(String field, Set<String> texts, Set<String> numbers, Set<String> times) {
      List<String> known = new ArrayList<>(texts);
      known.addAll(numbers);
      known.addAll(times);
      String name = field.substring(field.lastIndexOf('.') + 1);
      List<String> nearest = Nearest.of(name, known);
      problems.add(
          Problem.of(
              "order-field-unknown",
              "key",
              key,
              "field",
              field,
              "found",
              "-",
              "nearest",
              nearest.isEmpty() ? "-" : String.join(", ", nearest)));
    }
  }
}
