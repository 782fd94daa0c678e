package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.problem.Problem;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the keys the hub can keep from those it cannot, and names the latter.
 *
 * <p>One bad key must not stop the finder that meets it, nor be taken for another one.
 */
public final class KeyCheck {

  /** The length of the columns that keep keys in the hub's database. */
  private static final int LONGEST = 128;

  private static final int SHOWN = 60;
  private static final int MOST_NAMED = 1000;
  private static final int MOST_UNREAD = 5;

  private final PortType type;
  private final String file;
  private final String column;
  private int unread;
  private final Set<Problem> bad = new LinkedHashSet<>();

  /**
   * Creates a check of what one statement returns.
   *
   * @param file the statement's file
   * @param column its column that holds the key
   */
  public KeyCheck(PortType type, String file, String column) {
    this.type = type;
    this.file = file;
    this.column = column;
  }

  /** Returns whether the hub can keep a key; if not, it is among {@link #bad()}. */
  public boolean fits(@Nullable String key) {
    String code =
        key == null || key.isBlank()
            ? "erp-key-empty"
            : key.length() > LONGEST
                ? "erp-key-long"
                : !isText(key) ? "erp-key-bytes" : key.equals(key.strip()) ? "" : "erp-key-blanks";
    if (!code.isEmpty() && bad.size() < MOST_NAMED) {
      bad.add(problem(code, key));
    }
    return code.isEmpty();
  }

  /** Bytes that are no text, such as a UUID of 16, have none that finds them again. */
  private static boolean isText(String key) {
    return key.chars()
        .noneMatch(c -> c == '\uFFFD' || Character.isISOControl(c) && !Character.isWhitespace(c));
  }

  /** Notes a changed row whose time or id is NULL or not what the rule says; the first few. */
  public void unread(@Nullable String key, @Nullable Object value, ChangeRule rule) {
    if (unread++ < MOST_UNREAD) {
      bad.add(unreadable(key, value, rule));
    }
  }

  private Problem unreadable(@Nullable String key, @Nullable Object value, ChangeRule rule) {
    Wanted wanted = rule.wanted();
    return Problem.of(
        "erp-changed-at-wrong",
        "port",
        type.name(),
        "file",
        file,
        "key",
        key == null ? "NULL" : shown(key),
        "value",
        value == null ? "NULL" : shown(ValueText.of(value)),
        "wantedEn",
        wanted.en(),
        "wantedZh",
        wanted.zh());
  }

  private Problem problem(String code, @Nullable String key) {
    return Problem.of(
        code,
        "port",
        type.name(),
        "column",
        column,
        "file",
        file,
        "value",
        key == null ? "NULL" : shown(key),
        "length",
        key == null ? 0 : key.length(),
        "longest",
        LONGEST);
  }

  private static String shown(String key) {
    return "'" + (key.length() <= SHOWN ? key : key.substring(0, SHOWN) + "…") + "'";
  }

  /** Returns the file of the statement. */
  public String file() {
    return file;
  }

  /** Returns the bad keys met, each once and the first thousand of them. */
  public Set<Problem> bad() {
    return bad;
  }
}
