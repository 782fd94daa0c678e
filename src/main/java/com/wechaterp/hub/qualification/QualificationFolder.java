package com.wechaterp.hub.qualification;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.problem.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of {@code config/qualifications}, read anew when one changes.
 *
 * <p>A file that cannot be read is reported once for each version; its last good one stays.
 */
public class QualificationFolder {

  private static final Logger LOG = LoggerFactory.getLogger(QualificationFolder.class);

  private static final String NAME = "config/qualifications/";

  private final Path folder;
  private final Language language;
  private final KeptTexts kept = new KeptTexts(Clock.systemUTC());
  private final Map<String, Qualification> good = new TreeMap<>();
  private final Map<String, String> read = new HashMap<>();
  private final Map<String, Problem> broken = new TreeMap<>();

  QualificationFolder(Path folder, Language language) {
    this.folder = folder;
    this.language = language;
  }

  /** Returns what the files declare, by id. */
  public synchronized List<Qualification> declared() {
    refresh();
    return List.copyOf(good.values());
  }

  /** Returns what one file declares. */
  public synchronized Optional<Qualification> declared(String id) {
    refresh();
    return good.values().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Returns what is wrong with the files, by file. */
  public synchronized List<Problem> problems() {
    refresh();
    return List.copyOf(broken.values());
  }

  private void refresh() {
    Map<String, String> texts = new TreeMap<>();
    Map<String, Problem> unreadable = new TreeMap<>();
    look(texts, unreadable);
    Set<String> there = new HashSet<>(texts.keySet());
    there.addAll(unreadable.keySet());
    good.keySet().retainAll(there);
    broken.keySet().retainAll(there);
    read.keySet().retainAll(texts.keySet());
    unreadable.forEach(this::setAside);
    texts.forEach(
        (file, text) -> {
          if (!text.equals(read.put(file, text))) {
            read(file, text);
          }
        });
  }

  private void read(String file, String text) {
    try {
      Qualification declared = DeclaredQualification.read(folder, file, text);
      List<Problem> findings = QualificationRules.check(declared);
      Qualification last = good.get(file);
      if (!findings.isEmpty() && last != null && QualificationRules.check(last).isEmpty()) {
        // As a save leaves it that was cut off: well formed, but not whole.
        setAside(file, findings.get(0));
        return;
      }
      good.put(file, declared);
      broken.remove(file);
      if (!findings.isEmpty()) {
        broken.put(file, findings.get(0));
      }
    } catch (ProblemException e) {
      setAside(file, e.problem());
    }
  }

  /** Tells it once. */
  private void setAside(String file, Problem problem) {
    if (!problem.equals(broken.put(file, problem))) {
      LOG.error("{}", problem.sentence(language));
      if (good.containsKey(file)) {
        LOG.warn("{}", Problem.of("file-stays", "file", NAME + file).sentence(language));
      }
    }
  }

  private void look(Map<String, String> texts, Map<String, Problem> unreadable) {
    List<Path> files = files();
    kept.forgetAllBut(files);
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        texts.put(name, kept.of(file));
      } catch (IOException e) {
        if (!Unreadable.isGone(file, e)) {
          unreadable.put(name, Unreadable.problem("file-unreadable", NAME + name, e));
        }
      }
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be listed", e);
    }
  }
}
