package com.wechaterp.hub.qualification;

import com.wechaterp.hub.document.Columns;
import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.WeChatTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Qualification} of the ERP's document, naming every column that is wrong. */
final class QualificationReader {

  private QualificationReader() {}

  /**
   * Returns the qualification, or null if there is no document.
   *
   * @throws com.wechaterp.hub.plan.HoldException if columns are wrong, all of them named
   */
  static @Nullable Qualification read(@Nullable Map<String, ?> document) {
    if (document == null) {
      return null;
    }
    String key = String.valueOf(document.get("qualification_id"));
    Columns columns = new Columns("qualification", key, document);
    String word = columns.text("kind");
    QualificationKind kind = QualificationKind.of(word).orElse(null);
    if (kind == null) {
      Problem problem =
          Problem.of(
              "qualification-column",
              "key",
              key,
              "field",
              "kind",
              "found",
              word,
              "type",
              "category, brand or product");
      Findings.holdIfAny("qualification", key, List.of(problem));
      return null;
    }
    Map<String, List<String>> pictures = new LinkedHashMap<>();
    kind.pictures().forEach(name -> pictures.put(name, columns.texts(name)));
    Map<String, String> details = new LinkedHashMap<>();
    Qualification.DETAILS.forEach(name -> put(details, name, columns.text(name)));
    Instant expires = columns.time("expires");
    Qualification read =
        new Qualification(
            key,
            "",
            kind,
            pictures,
            details,
            columns.texts("products"),
            expires == null ? null : LocalDate.ofInstant(expires, WeChatTime.CHINA));
    columns.end();
    return read;
  }

  private static void put(Map<String, String> details, String name, String value) {
    if (!value.isEmpty()) {
      details.put(name, value);
    }
  }
}
