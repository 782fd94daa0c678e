package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one reconciliation found.
 *
 * @param compared how many things were compared
 * @param differences how many differ
 * @param queued how many keys were put to work
 * @param waiting how many keys were waiting, held or dead already
 * @param failure why it could not be finished; null if it was
 * @param shown the differences, the first ones if there are very many
 */
public record Report(
    String account,
    Subject subject,
    Window window,
    Instant startedAt,
    Instant endedAt,
    long compared,
    long differences,
    long queued,
    long waiting,
    @Nullable Problem failure,
    List<Difference> shown) {

  public Report {
    shown = List.copyOf(shown);
  }

  /** Returns the report without its differences, for people and scripts. */
  public Map<String, Object> summary(Language language) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("account", account);
    fields.put("subject", subject.text());
    fields.put("from", window.from().toString());
    fields.put("to", window.to().toString());
    fields.put("endedAt", endedAt.toString());
    fields.put("compared", compared);
    fields.put("differences", differences);
    fields.put("queued", queued);
    fields.put("waiting", waiting);
    fields.put("failure", failure == null ? "" : failure.sentence(language));
    return fields;
  }

  /** Returns the report with its differences. */
  public Map<String, Object> fields(Language language) {
    Map<String, Object> fields = summary(language);
    fields.put("shown", shown.stream().map(each -> each.fields(language)).toList());
    return fields;
  }
}
