package com.wechaterp.hub.inbox;

import com.wechaterp.hub.work.Payload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows a message without personal data. */
final class MaskedMessage {

  /** What an openid or a mobile number looks like, whatever its field is called. */
  private static final Pattern PERSON = Pattern.compile("o[A-Za-z0-9_-]{27}|(\\+?86)?1[3-9]\\d{9}");

  /** Ids, numbers and codes; in a field nobody knows, anything else may be about a person. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_./:-]{0,64}");

  private static final String MASK = "***";

  private MaskedMessage() {}

  /** Shows a message whose fields are known. */
  static @Nullable Object ofKnown(Map<String, Object> message) {
    return masked(message, Pattern.compile(".*", Pattern.DOTALL));
  }

  /** Shows a message whose fields nobody knows: names and codes, no texts. */
  static @Nullable Object ofUnknown(Map<String, Object> message) {
    return masked(message, CODE);
  }

  /** Shows a key, which may be a person's openid. */
  static String key(String key, Map<String, Object> message) {
    boolean person =
        message.entrySet().stream()
            .anyMatch(field -> Payload.isPrivate(field.getKey()) && key.equals(field.getValue()));
    return person || PERSON.matcher(key).matches() ? MASK : key;
  }

  private static @Nullable Object masked(@Nullable Object value, Pattern shown) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> masked = new LinkedHashMap<>();
      map.forEach(
          (name, part) ->
              masked.put(
                  String.valueOf(name),
                  Payload.isPrivate(String.valueOf(name)) ? MASK : masked(part, shown)));
      return masked;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(part -> masked(part, shown)).toList();
    }
    String text = String.valueOf(value);
    return PERSON.matcher(text).matches() || !shown.matcher(text).matches() ? MASK : value;
  }
}
