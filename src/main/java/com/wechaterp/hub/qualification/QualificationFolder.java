package com.wechaterp.hub.qualification;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Path folder;
  private final KeptTexts kept = new KeptTexts(Clock.systemUTC());
  private final Map<String, Qualification> good = new TreeMap<>();
  private final Map<String, String> read = new HashMap<>();
  private final Map<String, Problem> broken = new TreeMap<>();

  QualificationFolder(Path folder) {
    this.folder = folder;
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
    Map<String, String> now = texts();
    good.keySet().retainAll(now.keySet());
    broken.keySet().retainAll(now.keySet());
    read.keySet().retainAll(now.keySet());
    now.forEach(
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
      good.put(file, declared);
      broken.remove(file);
      if (!findings.isEmpty()) {
        broken.put(file, findings.get(0));
      }
    } catch (ProblemException e) {
      broken.put(file, e.problem());
      LOG.error(
          "{}{}",
          e.getMessage(),
          good.containsKey(file) ? " The last good version of the file stays in use." : "");
    }
  }

  private Map<String, String> texts() {
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(path -> path.toString().matches(".*\\.ya?ml")).sorted().forEach(files::add);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be listed", e);
    }
    kept.forgetAllBut(files);
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files) {
      try {
        texts.put(String.valueOf(file.getFileName()), kept.of(file));
      } catch (IOException e) {
        // It was just replaced or deleted; the next look sees what came of it.
        LOG.warn("The file {} cannot be read: {}", file, e.toString());
      }
    }
    return texts;
  }
}
