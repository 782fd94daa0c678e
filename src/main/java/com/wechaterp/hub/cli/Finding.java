package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one check found.
 *
 * @param check what was looked at
 * @param good whether it is as it should be
 * @param code the code of the problem; empty if good
 * @param en the finding in English
 * @param zh the finding in Chinese
 */
record Finding(String check, boolean good, String code, String en, String zh) {

  static Finding good(String check, String en, String zh) {
    return new Finding(check, true, "", en, zh);
  }

  static Finding bad(String check, Problem problem) {
    return new Finding(
        check, false, problem.code(), problem.sentence(Language.EN), problem.sentence(Language.ZH));
  }

  String line(Language language) {
    return (good ? "✓ " : "✗ ") + check + ": " + text(language);
  }

  Map<String, Object> fields(Language language) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("check", check);
    fields.put("good", good);
    fields.put("code", code);
    fields.put("message", text(language));
    return fields;
  }

  private String text(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
