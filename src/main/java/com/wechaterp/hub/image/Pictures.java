package com.wechaterp.hub.image;

import com.wechaterp.hub.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pictures of one unit of work, such as a product, within one limit for all of them: however
 * slow their server is, no unit keeps a worker for longer. One that was cut off goes on where it
 * was.
 */
public class Pictures {

  /** What was had is had anew after a while, since a picture may change under its address. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final Images images;
  private final Duration limit;
  private final Clock clock;
  private final Map<String, Begun> begun = new ConcurrentHashMap<>();

  /**
   * Creates them.
   *
   * @param limit how long the pictures of a unit may take in all; the one under way may end
   */
  public Pictures(Images images, Duration limit, Clock clock) {
    this.images = images;
    this.limit = limit;
    this.clock = clock;
  }

  private record Begun(Instant since, Map<String, String> links) {}

  /**
   * Returns WeChat's links of pictures by their sources.
   *
   * @param code the problem of a picture that has to be replaced, with the facts key, found and
   *     reason
   * @param key the business id of the unit
   * @throws PictureAwayException if a picture, or the rest of them, can be had a little later
   * @throws com.wechaterp.hub.plan.HoldException if a picture has to be replaced
   */
  public Map<String, String> links(
      String account, String code, String key, Collection<String> sources) {
    String unit = String.join("/", account, code, key);
    Set<String> wanted = new LinkedHashSet<>(sources);
    Instant start = clock.instant();
    begun.values().removeIf(each -> each.since.plus(REMEMBERED).isBefore(start));
    Map<String, String> had =
        begun.computeIfAbsent(unit, any -> new Begun(start, new HashMap<>())).links;
    had.keySet().retainAll(wanted);
    for (String source : wanted) {
      if (!had.containsKey(source)) {
        if (start.plus(limit).isBefore(clock.instant())) {
          throw new PictureAwayException(slow(key, had.size(), wanted.size()), null);
        }
        had.put(source, link(account, code, key, unit, source));
      }
    }
    begun.remove(unit);
    return had;
  }

  private String link(String account, String code, String key, String unit, String source) {
    try {
      return images.link(account, source);
    } catch (ImageException e) {
      if (!e.passing()) {
        begun.remove(unit);
      }
      throw e.of(code, key, source.replaceFirst("^file:.*/", ""));
    }
  }

  private Problem slow(String key, int had, int count) {
    return Problem.of(
        "image-all-slow", "key", key, "had", had, "count", count, "seconds", limit.toSeconds());
  }
}
