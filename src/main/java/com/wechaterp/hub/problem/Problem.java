package com.wechaterp.hub.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that went wrong, named by a code of the problem catalogue and the facts its sentences
 * need.
 *
 * @param code a code declared in {@code src/main/resources/problems/*.yaml}, in kebab case
 * @param facts the values for the placeholders of the sentences, in order; never a secret or
 *     personal data
 */
public record Problem(String code, Map<String, String> facts) {

  public Problem {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /**
   * Returns the problem with the given code and facts, written as name, value, name, value, ….
   *
   * @throws IllegalArgumentException if a name has no value
   */
  public static Problem of(String code, Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("Every fact of problem '" + code + "' needs a value");
    }
    Map<String, String> facts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      facts.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
    }
    return new Problem(code, facts);
  }

  /** Returns what happened, why it matters and what to do, as one text in the given language. */
  public String sentence(Language language) {
    return Problems.catalogue().sentence(this, language);
  }
}
