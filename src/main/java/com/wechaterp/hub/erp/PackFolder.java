package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.erp.pack.PackReader;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pack in use, read again when one of its files changes.
 *
 * <p>A change that breaks the pack, or whose SQL the ERP refuses or cannot be asked about, is
 * reported and set aside: the last good version stays in use. While a change is checked, the last
 * good version serves.
 */
public class PackFolder {

  private static final Logger LOG = LoggerFactory.getLogger(PackFolder.class);
  private static final long NONE = -1;
  private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);
  private static final Duration CHECK_AGAIN = Duration.ofSeconds(15);

  private final PackFiles files;
  private final UnaryOperator<String> placeholders;
  private final Function<Pack, List<Problem>> check;
  private final Runnable changed;
  private final Duration checkAgain;
  private final Language language;
  private final Lock lock = new ReentrantLock();
  private volatile @Nullable Pack good;
  private volatile Instant goodSince = Instant.EPOCH;
  private volatile List<Problem> problems = List.of();
  private volatile long lookedAt;
  private long stamp = NONE;
  private long refusedAt;

  /** Keeps a pack of which nothing is checked but its files. */
  public PackFolder(Path home, String pack, UnaryOperator<String> placeholders) {
    this(home, pack, placeholders, read -> List.of(), () -> {}, CHECK_AGAIN, Language.EN);
  }

  /**
   * Keeps a pack.
   *
   * @param check returns why the ERP would refuse a new version
   * @param changed told when another version has come into use
   */
  PackFolder(
      Path home,
      String pack,
      UnaryOperator<String> placeholders,
      Function<Pack, List<Problem>> check,
      Runnable changed,
      Language language) {
    this(home, pack, placeholders, check, changed, CHECK_AGAIN, language);
  }

  /** Checks a version that the ERP refused again after a while. */
  PackFolder(
      Path home,
      String pack,
      UnaryOperator<String> placeholders,
      Function<Pack, List<Problem>> check,
      Runnable changed,
      Duration checkAgain,
      Language language) {
    this.files = new PackFiles(home, pack);
    this.placeholders = placeholders;
    this.check = check;
    this.changed = changed;
    this.checkAgain = checkAgain;
    this.language = language;
  }

  /** Returns where the pack is. */
  public Path folder() {
    return files.folder();
  }

  /** Returns the zone of the pack in use, null while there is none that can be read. */
  public @Nullable ZoneId zone() {
    Pack used = good;
    try {
      return used == null ? pack().zone() : used.zone();
    } catch (ProblemException e) {
      return null;
    }
  }

  /** Returns why the newest version is not in use, empty if it is. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Returns that the last good version is in use in the place of the newest; empty if it is not.
   */
  public Optional<Problem> stays() {
    Pack last = good;
    return last == null || problems.isEmpty() ? Optional.empty() : Optional.of(stays(last));
  }

  /**
   * Returns the pack.
   *
   * @throws ErpException if there is no good version of it; what needs the pack waits until there
   *     is
   */
  public Pack pack() {
    Pack last = good;
    if (last == null) {
      lock.lock();
    } else if (System.nanoTime() - lookedAt < LOOK_EVERY || !lock.tryLock()) {
      return last;
    }
    try {
      return look(good);
    } catch (ErpException e) {
      throw e;
    } catch (RuntimeException e) {
      // Whatever is wrong with the files concerns every key, and none of them for good.
      throw new ErpException(problem(e), ErpException.Kind.PACK, e);
    } finally {
      lock.unlock();
    }
  }

  private Pack look(@Nullable Pack last) {
    lookedAt = System.nanoTime();
    if (!files.there()) {
      if (last == null) {
        throw new ProblemException(files.missing());
      }
      stamp = NONE;
      return setAside(last, List.of(files.missing()));
    }
    long now = stamp(last);
    // What the ERP refused may fit once its tables have changed too, or once it can be asked.
    boolean again = refusedAt != 0 && System.nanoTime() - refusedAt > checkAgain.toNanos();
    if (last != null && now == stamp && !again) {
      return last;
    }
    stamp = now;
    refusedAt = 0;
    return load(last);
  }

  private long stamp(@Nullable Pack last) {
    try {
      return files.stamp();
    } catch (UncheckedIOException e) {
      if (last == null) {
        throw e;
      }
      LOG.warn(
          "The files of {} cannot be listed: {} {}",
          files.folder(),
          e.getMessage(),
          stays(last).sentence(language));
      return stamp;
    }
  }

  private Pack load(@Nullable Pack last) {
    Pack read;
    try {
      read = PackReader.read(files.folder(), placeholders);
    } catch (RuntimeException e) {
      // Whatever a file in mid-edit makes of the reader: what runs goes on.
      if (last == null) {
        throw e;
      }
      return setAside(last, List.of(problem(e)));
    }
    if (last != null && read.equals(last)) {
      // A touched file, a comment, or a mistake taken back: nothing that waits would go otherwise.
      if (!problems.isEmpty()) {
        LOG.info("The SQL pack {} is again as it is in use.", files.name());
      }
      problems = List.of();
      return last;
    }
    if (last != null) {
      List<Problem> refused = check.apply(read);
      if (!refused.isEmpty()) {
        refusedAt = System.nanoTime();
        return setAside(last, refused);
      }
      LOG.info("The SQL pack {} changed and is in use now.", files.name());
    }
    good = read;
    goodSince = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    problems = List.of();
    if (last != null) {
      tell();
    }
    return read;
  }

  private void tell() {
    try {
      changed.run();
    } catch (RuntimeException e) {
      LOG.warn("What waits for another SQL pack could not be woken; replay it by hand", e);
    }
  }

  private Problem problem(RuntimeException failure) {
    String why = String.valueOf(failure.getMessage());
    return failure instanceof ProblemException known
        ? known.problem()
        : Problem.of(
            "erp-pack-broken",
            "place",
            files.name(),
            "detailEn",
            why,
            "detailZh",
            why,
            "nearest",
            "-");
  }

  private Pack setAside(Pack last, List<Problem> why) {
    if (!why.equals(problems)) {
      why.forEach(problem -> LOG.error("{}", problem.sentence(language)));
      LOG.warn("{}", stays(last).sentence(language));
    }
    problems = List.copyOf(why);
    return last;
  }

  private Problem stays(Pack last) {
    return Problem.of("erp-pack-stays", "pack", last.name(), "since", goodSince);
  }
}
