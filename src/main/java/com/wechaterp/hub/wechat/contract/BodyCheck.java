package com.wechaterp.hub.wechat.contract;

import com.wechaterp.hub.problem.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a body, of a request or an answer, against the fields of its operation. */
final class BodyCheck {

  /**
   * Pairs of which at least one must be there (WeChat docs, conventions of the interface, "two of
   * one").
   */
  private static final List<String> TWO_OF_ONE = List.of("product_id", "order_id", "aftersale_id");

  /** Parts of every answer (WeChat docs, conventions of the interface). */
  private static final Set<String> ENVELOPE = Set.of("errcode", "errmsg");

  /** Parts of every event (WeChat docs, message push [消息推送]). */
  private static final Set<String> EVENT_ENVELOPE =
      Set.of("ToUserName", "FromUserName", "CreateTime", "MsgType", "Event");

  private final WeChatContract contract;

  BodyCheck(WeChatContract contract) {
    this.contract = contract;
  }

  List<Violation> request(Operation operation, Map<String, ?> body) {
    List<Violation> violations = new ArrayList<>();
    List<Field> known = new ArrayList<>(operation.query());
    known.addAll(operation.request());
    fields(known, body, "", violations);
    for (String id : TWO_OF_ONE) {
      if (isPair(operation, id) && body.get(id) == null && body.get("out_" + id) == null) {
        violations.add(new Violation(id, "or out_" + id + " is required", "neither"));
      }
    }
    return violations;
  }

  List<Violation> answer(Operation operation, Map<String, ?> body) {
    Map<String, Object> rest = new LinkedHashMap<>(body);
    rest.keySet().removeAll(ENVELOPE);
    List<Violation> violations = new ArrayList<>();
    fields(operation.response(), rest, "", violations);
    return violations;
  }

  List<Violation> event(EventType event, Map<String, ?> message) {
    Map<String, Object> rest = new LinkedHashMap<>(message);
    rest.keySet().removeAll(EVENT_ENVELOPE);
    List<Violation> violations = new ArrayList<>();
    if (event.body().equals(EventType.WHOLE)) {
      fields(event.fields(), rest, "", violations);
    } else if (rest.get(event.body()) instanceof Map<?, ?> body && rest.size() == 1) {
      fields(event.fields(), ContractReader.map(body), event.body() + ".", violations);
    } else {
      String found = String.join(", ", rest.keySet());
      violations.add(new Violation(event.body(), "must hold all the fields", found));
    }
    return violations;
  }

  private static boolean isPair(Operation operation, String id) {
    return isConditional(operation, id) && isConditional(operation, "out_" + id);
  }

  private static boolean isConditional(Operation operation, String name) {
    return operation.request().stream()
        .anyMatch(field -> field.name().equals(name) && field.need() == Need.CONDITIONAL);
  }

  private void fields(
      List<Field> fields, Map<String, ?> body, String path, List<Violation> violations) {
    for (Field field : fields) {
      Object value = body.get(field.name());
      String at = path + field.name();
      if (value == null) {
        if (field.need() == Need.REQUIRED) {
          violations.add(new Violation(at, "is required", "nothing"));
        }
      } else if (field.list()) {
        list(field, value, at, violations);
      } else {
        single(field, value, at, violations);
      }
    }
    unknown(fields, body, path, violations);
  }

  private static void unknown(
      List<Field> fields, Map<String, ?> body, String path, List<Violation> violations) {
    List<String> names = fields.stream().map(Field::name).toList();
    for (Map.Entry<String, ?> entry : body.entrySet()) {
      if (!names.contains(entry.getKey())) {
        List<String> nearest = Nearest.of(entry.getKey(), names);
        String hint = nearest.isEmpty() ? "" : "; did you mean " + nearest.get(0) + "?";
        violations.add(
            new Violation(
                path + entry.getKey(),
                Violation.NO_FIELD + hint,
                FoundValue.of(
                    nearest.isEmpty() ? entry.getKey() : nearest.get(0), entry.getValue())));
      }
    }
  }

  private void list(Field field, Object value, String at, List<Violation> violations) {
    if (!(value instanceof List<?> list)) {
      violations.add(new Violation(at, "must be a list", FoundValue.of(field.name(), value)));
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      Object element = list.get(i);
      if (element == null) {
        violations.add(new Violation(at + "[" + i + "]", "must not be null", "null"));
      } else {
        single(field, element, at + "[" + i + "]", violations);
      }
    }
  }

  private void single(Field field, Object value, String at, List<Violation> violations) {
    if (field.type() == FieldType.OBJECT && value instanceof Map<?, ?> map) {
      if (!field.fields().isEmpty()) {
        fields(field.fields(), ContractReader.map(map), at + ".", violations);
      }
      return;
    }
    String rule = rule(field, value);
    if (rule != null) {
      violations.add(new Violation(at, rule, FoundValue.of(field.name(), value)));
    } else {
      code(field, value, at, violations);
    }
  }

  private static @Nullable String rule(Field field, Object value) {
    boolean fits =
        switch (field.type()) {
          case STRING, DATETIME, RFC3339 -> value instanceof String || field.eitherForm();
          case INTEGER, SECONDS -> isWhole(value) || field.eitherForm() && isWholeText(value);
          case FLAG -> "0".equals(String.valueOf(value)) || "1".equals(String.valueOf(value));
          case ID -> isWhole(value) || isWholeText(value);
          case BOOLEAN -> value instanceof Boolean;
          case NUMBER -> value instanceof Number || field.eitherForm() && isNumberText(value);
          case FILE -> value instanceof byte[];
          case OBJECT -> false;
        };
    return fits ? null : "must be " + wanted(field.type());
  }

  private static String wanted(FieldType type) {
    return switch (type) {
      case STRING -> "text";
      case DATETIME -> "a time as yyyy-MM-dd HH:mm:ss";
      case RFC3339 -> "a time as in RFC 3339";
      case INTEGER -> "a whole number";
      case SECONDS -> "a time in Unix seconds";
      case FLAG -> "0 or 1";
      case ID -> "a 64-bit id";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case FILE -> "the bytes of a file";
      case OBJECT -> "an object";
    };
  }

  private void code(Field field, Object value, String at, List<Violation> violations) {
    Optional<EnumTable> table = Optional.ofNullable(field.enumName()).flatMap(contract::enumTable);
    if (table.isPresent() && !table.get().open() && table.get().value(value).isEmpty()) {
      violations.add(
          new Violation(
              at,
              "must be one of " + String.join(", ", table.get().values().keySet()),
              FoundValue.of(field.name(), value)));
    }
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof java.math.BigInteger;
  }

  private static boolean isNumberText(Object value) {
    return value instanceof String text && text.matches("-?\\d{1,18}(\\.\\d{1,9})?");
  }

  private static boolean isWholeText(Object value) {
    return value instanceof String text && text.matches("\\d{1,20}");
  }
}
