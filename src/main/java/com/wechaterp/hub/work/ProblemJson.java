package com.wechaterp.hub.work;

import com.wechaterp.hub.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps problems as code and facts, so that they can be told in either language later. */
final class ProblemJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
  private static final String CODE = "code";

  private ProblemJson() {}

  static String write(Problem problem) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(CODE, problem.code());
    problem.facts().forEach((name, value) -> parts.put("fact." + name, value));
    return JSON.writeValueAsString(parts);
  }

  /** Returns the pattern of LIKE for what is kept of problems of a code. */
  static String like(String code) {
    return "{\"" + CODE + "\":\"" + code + "\"%";
  }

  static @Nullable Problem read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Map<String, String> parts = JSON.readValue(text, FACTS);
    Map<String, String> facts = new LinkedHashMap<>();
    parts.forEach(
        (name, value) -> {
          if (name.startsWith("fact.")) {
            facts.put(name.substring("fact.".length()), value);
          }
        });
    return new Problem(parts.getOrDefault(CODE, "hub-unexpected"), facts);
  }
}
