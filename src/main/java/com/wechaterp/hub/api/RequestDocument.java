package com.wechaterp.hub.api;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.contract.Field;
import com.wechaterp.hub.wechat.contract.FieldType;
import com.wechaterp.hub.wechat.contract.Operation;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the document of an operation of a JSON body, by the contract: 64-bit ids may be text,
 * because JavaScript cannot hold them as numbers, and a file is Base64 text.
 */
final class RequestDocument {

  private static final TypeReference<Map<String, @Nullable Object>> DOCUMENT =
      new TypeReference<>() {};
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private RequestDocument() {}

  static Map<String, Object> of(Operation operation, byte @Nullable [] body) {
    List<Field> fields = new ArrayList<>(operation.query());
    fields.addAll(operation.request());
    return document(fields, body == null || body.length == 0 ? Map.of() : read(body));
  }

  private static Map<String, @Nullable Object> read(byte[] body) {
    try {
      Map<String, @Nullable Object> read = JSON.readValue(body, DOCUMENT);
      if (read != null) {
        return read;
      }
    } catch (JacksonException e) {
      throw refused(e);
    }
    throw refused(null);
  }

  /** The parser's own words repeat the body, which may hold personal data. */
  private static ApiRefusal refused(@Nullable JacksonException cause) {
    String place = "-";
    if (cause != null && cause.getLocation() != null) {
      place = cause.getLocation().getLineNr() + ":" + cause.getLocation().getColumnNr();
    }
    return new ApiRefusal(HttpStatus.BAD_REQUEST, Problem.of("api-json", "place", place));
  }

  private static Map<String, Object> document(List<Field> fields, Map<?, ?> given) {
    Map<String, Object> document = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          Field field =
              fields.stream().filter(each -> each.name().equals(name)).findAny().orElse(null);
          if (value != null) {
            document.put(name.toString(), field == null ? value : value(field, value));
          }
        });
    return document;
  }

  private static Object value(Field field, Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(each -> each == null ? "" : value(field, each)).toList();
    }
    if (value instanceof Map<?, ?> object) {
      return field.fields().isEmpty() ? object : document(field.fields(), object);
    }
    if (!(value instanceof String text)) {
      return value;
    }
    if (field.type() == FieldType.FILE) {
      return bytes(text);
    }
    boolean number = field.type() == FieldType.ID && !field.eitherForm();
    return number && text.matches("\\d{1,18}") ? Long.valueOf(text) : text;
  }

  /** What is no Base64 stays text, which the contract refuses by the field's name. */
  private static Object bytes(String text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
