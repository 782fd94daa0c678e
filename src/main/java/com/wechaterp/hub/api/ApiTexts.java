package com.wechaterp.hub.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The descriptions of all addresses of the API, read from {@code api/*.yaml} on the classpath. */
final class ApiTexts {

  private final Map<String, ApiText> texts;

  private ApiTexts(Map<String, ApiText> texts) {
    this.texts = texts;
  }

  static ApiTexts load() {
    Map<String, ApiText> all = new LinkedHashMap<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath:api/*.yaml")) {
        try (InputStream in = file.getInputStream()) {
          Map<String, Map<String, Object>> parsed =
              new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
          parsed.forEach((address, node) -> all.put(plain(address), text(node)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The files of api cannot be read", e);
    }
    return new ApiTexts(all);
  }

  /** Returns every address described, such as {@code GET /api/v1/status}. */
  Set<String> addresses() {
    return Collections.unmodifiableSet(texts.keySet());
  }

  ApiText of(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    return texts.getOrDefault(plain(asked + " " + path), ApiText.NONE);
  }

  /** OpenAPI does not know the star of a path variable with slashes. */
  static String plain(String address) {
    return address.replace("{*", "{");
  }

  private static ApiText text(Map<String, Object> node) {
    Map<String, String> parameters = new HashMap<>();
    if (node.get("parameters") instanceof Map<?, ?> given) {
      given.forEach((name, meaning) -> parameters.put(name.toString(), meaning.toString()));
    }
    return new ApiText(
        Arrays.stream(string(node.get("scope")).split("[ ,]+"))
            .map(name -> Scope.valueOf(name.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        string(node.get("zh")),
        string(node.get("en")),
        string(node.get("body")),
        string(node.get("answer")),
        parameters);
  }

  private static String string(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
