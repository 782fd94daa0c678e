package com.wechaterp.hub.erp.pack;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements of an SQL file, as MySQL tells them apart: a {@code ;} ends one, but not inside a
 * comment or a quoted text.
 *
 * <p>Comments are left out, because what stands in them must pass neither for a parameter nor for
 * an end; hints ({@code /*+}) and what only MySQL runs ({@code /*!}) stay. Quotes inside texts are
 * doubled, since whoever looks for parameters later knows no backslash. Each statement keeps the
 * lines of its file, behind empty comments, so that the line a database complains of is the line in
 * the file.
 */
final class SqlText {

  private static final int CLOSED = -1;

  private final String text;
  private final StringBuilder statement = new StringBuilder();
  private final List<String> statements = new ArrayList<>();
  private int at;
  private int begun;

  private int openAt = CLOSED;

  private SqlText(String text) {
    this.text = text;
  }

  static SqlText of(String text) {
    SqlText sql = new SqlText(text);
    sql.split();
    return sql;
  }

  /** Returns the statements that say anything, in their order. */
  List<String> statements() {
    return List.copyOf(statements);
  }

  /** Returns the line in which a statement begins. */
  static long line(String statement) {
    return statement.lines().takeWhile("--"::equals).count() + 1;
  }

  /** Returns the line of the quote or comment that is never closed, 0 if there is none. */
  long openSince() {
    return openAt == CLOSED ? 0 : lines(text.substring(0, openAt)) + 1;
  }

  private void split() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"' || c == '`') {
        quoted(c);
      } else if (c == '#' || starts("--") && isBlankAt(at + 2)) {
        lineComment();
      } else if (starts("/*") && !starts("/*!") && !starts("/*+")) {
        comment();
      } else if (c == ';') {
        at++;
        end();
      } else {
        plain(c);
      }
    }
    end();
  }

  /** Elsewhere {@code &name} is a parameter; in MySQL it is "and" for bits. */
  private void plain(char c) {
    statement.append(c);
    at++;
    if (c == '&' && at < text.length() && text.charAt(at) != '&') {
      statement.append(' ');
    }
  }

  private void quoted(char quote) {
    int from = at;
    statement.append(quote);
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\' && quote != '`' && at < text.length()) {
        char escaped = text.charAt(at++);
        statement.append(escaped == quote ? quote : c).append(escaped);
      } else {
        statement.append(c);
        if (c == quote) {
          return;
        }
      }
    }
    openAt = from;
  }

  private void lineComment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void comment() {
    int end = text.indexOf("*/", at + 2);
    openAt = end < 0 ? at : openAt;
    int next = end < 0 ? text.length() : end + 2;
    statement.append(' ');
    text.substring(at, next).chars().filter(c -> c == '\n').forEach(c -> statement.append('\n'));
    at = next;
  }

  private void end() {
    String found = statement.toString();
    if (!found.isBlank()) {
      String bare = found.strip();
      long before =
          lines(text.substring(0, begun)) + lines(found.substring(0, found.indexOf(bare)));
      statements.add("--\n".repeat((int) before) + bare);
    }
    statement.setLength(0);
    begun = at;
  }

  private static long lines(String text) {
    return text.chars().filter(c -> c == '\n').count();
  }

  private boolean starts(String prefix) {
    return text.startsWith(prefix, at);
  }

  private boolean isBlankAt(int index) {
    return index >= text.length() || Character.isWhitespace(text.charAt(index));
  }
}
