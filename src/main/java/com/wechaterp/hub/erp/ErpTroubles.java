package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.pack.RowWarnings;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is wrong between the hub and the ERP at this moment, for people; told once in the log when
 * it begins.
 */
final class ErpTroubles {

  private static final Logger LOG = LoggerFactory.getLogger(ErpTroubles.class);

  /** Stands for the file of what concerns them all. */
  private static final String SETTINGS = "";

  private final Language language;
  private final Map<String, Problem> refused = new ConcurrentHashMap<>();
  private final Map<String, Set<Problem>> badKeys = new ConcurrentHashMap<>();
  private final WarnedRows warned;
  private volatile @Nullable Problem away;
  private volatile Runnable answered = () -> {};

  ErpTroubles(Language language) {
    this.language = language;
    this.warned = new WarnedRows(language);
  }

  /** Returns where it is told what the hub leaves out of rows. */
  RowWarnings warnings() {
    return warned;
  }

  /** Has it told whenever the ERP answers. */
  void onAnswer(Runnable told) {
    answered = told;
  }

  /** Says in the log what the hub does not heed. */
  void warn(Problem problem) {
    LOG.warn("{}", problem.sentence(language));
  }

  /** Notes that the SQL of a file ran. */
  void worked(String file) {
    answered.run();
    refused.remove(file);
    refused.remove(SETTINGS);
    if (away != null) {
      away = null;
      LOG.info("The ERP answers again.");
    }
  }

  private static String place(String file, Problem problem) {
    return ErpFailures.isOfSettings(problem) ? SETTINGS : file;
  }

  /** Notes how the SQL of a file failed. */
  void failed(String file, ErpException failure) {
    if (failure.kind() == ErpException.Kind.OUTAGE) {
      if (away == null) {
        LOG.warn("{}", failure.problem().sentence(language));
      }
      away = failure.problem();
    } else if (failure.kind() != ErpException.Kind.BAD_ROW
        && !failure
            .problem()
            .equals(refused.put(place(file, failure.problem()), failure.problem()))) {
      LOG.error("{}", failure.problem().sentence(language));
    }
  }

  /**
   * Notes the bad keys that the SQL of a file returned.
   *
   * @param all whether these are all there are, so that others are mended
   */
  void keys(String file, Set<Problem> bad, boolean all) {
    if (all) {
      badKeys.computeIfPresent(
          file,
          (name, told) -> {
            told.retainAll(bad);
            return told;
          });
    }
    for (Problem problem : bad) {
      if (badKeys.computeIfAbsent(file, name -> ConcurrentHashMap.newKeySet()).add(problem)) {
        LOG.warn("{}", problem.sentence(language));
      }
    }
  }

  List<Problem> now() {
    List<Problem> now = new ArrayList<>();
    Problem outage = away;
    if (outage != null) {
      now.add(outage);
    }
    now.addAll(new TreeMap<>(refused).values());
    new TreeMap<>(badKeys).values().forEach(now::addAll);
    now.addAll(warned.now());
    return now;
  }
}
