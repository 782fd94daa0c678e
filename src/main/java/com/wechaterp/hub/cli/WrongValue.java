package com.wechaterp.hub.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConverterNotFoundException;
import org.springframework.util.ClassUtils;

/**
 * What a setting's value should be, where Boot tells only what it could not make of it.
 *
 * @param en in English
 * @param zh in Chinese
 */
record WrongValue(String en, String zh) {

  /** Returns what is told of a failure, null if it tells of no kind of value. */
  static @Nullable WrongValue of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConverterNotFoundException) {
        return new WrongValue(
            "a single value stands where settings of its own belong", "此处应为下一级配置项，而不是单个值");
      }
      if (cause instanceof ConversionFailedException conversion) {
        Class<?> type = conversion.getTargetType().getType();
        return wanted(
            String.valueOf(conversion.getValue()), ClassUtils.resolvePrimitiveIfNecessary(type));
      }
    }
    return null;
  }

  private static @Nullable WrongValue wanted(String found, Class<?> type) {
    if (type == Integer.class || type == Long.class) {
      return should(found, "a whole number", "整数");
    }
    if (type == Duration.class) {
      return should(found, "a duration such as 30s, 5m or 2h", "时长，例如 30s、5m、2h");
    }
    if (type == Boolean.class) {
      return should(found, "true or false", "true 或 false");
    }
    if (type.isEnum()) {
      String choices =
          Arrays.stream(type.getEnumConstants())
              .map(each -> String.valueOf(each).toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", "));
      return should(found, "one of " + choices, "以下之一：" + choices);
    }
    return null;
  }

  private static WrongValue should(String found, String en, String zh) {
    return new WrongValue("'" + found + "' should be " + en, "“" + found + "”应为" + zh);
  }
}
