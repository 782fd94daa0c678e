package com.wechaterp.hub.erp;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private final Language language;
  private final Map<String, Problem> refused = new ConcurrentHashMap<>();
  private volatile @Nullable Problem away;

  ErpTroubles(Language language) {
    this.language = language;
  }

  /** Notes that the SQL of a file ran. */
  void worked(String file) {
    refused.remove(file);
    if (away != null) {
      away = null;
      LOG.info("The ERP answers again.");
    }
  }

  /** Notes how the SQL of a file failed. */
  void failed(String file, ErpException failure) {
    if (failure.kind() == ErpException.Kind.OUTAGE) {
      if (away == null) {
        LOG.warn("{}", failure.problem().sentence(language));
      }
      away = failure.problem();
    } else if (failure.kind() == ErpException.Kind.PACK
        && !failure.problem().equals(refused.put(file, failure.problem()))) {
      LOG.error("{}", failure.problem().sentence(language));
    }
  }

  List<Problem> now() {
    List<Problem> now = new ArrayList<>();
    Problem outage = away;
    if (outage != null) {
      now.add(outage);
    }
    now.addAll(new TreeMap<>(refused).values());
    return now;
  }
}
