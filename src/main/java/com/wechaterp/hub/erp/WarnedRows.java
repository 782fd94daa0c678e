package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.pack.RowWarnings;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps which rows the hub left something out of, until they are read without. */
final class WarnedRows implements RowWarnings {

  private static final Logger LOG = LoggerFactory.getLogger(WarnedRows.class);

  /** The most keys kept of one kind of warning, and the most of them told in the log. */
  private static final int MOST_KEPT = 1000;

  private static final int MOST_LOGGED = 20;

  private final Language language;
  private final Map<Kind, Map<String, Problem>> kept =
      new TreeMap<>(
          Comparator.comparing(Kind::file).thenComparing(Kind::code).thenComparing(Kind::column));

  WarnedRows(Language language) {
    this.language = language;
  }

  private record Kind(String file, String code, String column) {

    static Kind of(String file, Problem problem) {
      return new Kind(file, problem.code(), problem.facts().getOrDefault("column", ""));
    }
  }

  @Override
  public synchronized void read(String file, String key, Set<Problem> found) {
    if (found.isEmpty() && kept.isEmpty()) {
      return;
    }
    Set<Kind> kinds = new HashSet<>();
    for (Problem problem : found) {
      Kind kind = Kind.of(file, problem);
      if (kinds.add(kind)) {
        keep(kind, key, problem);
      }
    }
    kept.forEach(
        (kind, keys) -> {
          if (kind.file.equals(file) && !kinds.contains(kind)) {
            keys.remove(key);
          }
        });
    kept.values().removeIf(Map::isEmpty);
  }

  private void keep(Kind kind, String key, Problem problem) {
    Map<String, Problem> keys = kept.computeIfAbsent(kind, none -> new LinkedHashMap<>());
    if (keys.size() < MOST_KEPT
        && !problem.equals(keys.put(key, problem))
        && keys.size() <= MOST_LOGGED) {
      LOG.warn("{}", problem.sentence(language));
    }
  }

  /** Returns one problem for each kind: of its first key, with the number of the others. */
  synchronized List<Problem> now() {
    List<Problem> now = new ArrayList<>();
    kept.values().forEach(keys -> now.add(of(keys)));
    return now;
  }

  private static Problem of(Map<String, Problem> keys) {
    Map.Entry<String, Problem> first = keys.entrySet().iterator().next();
    if (keys.size() == 1) {
      return first.getValue();
    }
    Map<String, String> facts = new LinkedHashMap<>(first.getValue().facts());
    facts.put("key", first.getKey() + " (+" + (keys.size() - 1) + ")");
    return new Problem(first.getValue().code(), facts);
  }
}
