package com.wechaterp.hub.work;

import com.wechaterp.hub.problem.Addresses;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows what a dead letter was about, without secrets and personal data. */
public final class Payload {

  private static final int MOST = 4000;
  private static final Pattern PRIVATE =
      Pattern.compile(
          "(?i).*(secret|token|password|openid|fromusername|nickname|receiver|consignee|tel|phone|mobile|address|id_?card|bank).*");

  private Payload() {}

  /** Returns whether a field of this name holds a secret or personal data. */
  public static boolean isPrivate(String field) {
    return PRIVATE.matcher(field).matches();
  }

  static String masked(@Nullable Object body) {
    String text = Addresses.shownIn(String.valueOf(mask(body)));
    return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
  }

  private static @Nullable Object mask(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> masked = new LinkedHashMap<>();
      map.forEach(
          (name, part) ->
              masked.put(
                  String.valueOf(name),
                  PRIVATE.matcher(String.valueOf(name)).matches() ? "***" : mask(part)));
      return masked;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Payload::mask).toList();
    }
    return value instanceof Record record ? mask(components(record)) : value;
  }

  private static Map<String, @Nullable Object> components(Record record) {
    Map<String, @Nullable Object> components = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      components.put(component.getName(), value(record, component));
    }
    return components;
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      return "***";
    }
  }
}
