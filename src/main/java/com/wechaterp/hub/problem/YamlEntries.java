package com.wechaterp.hub.problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The entries at the top level of YAML files of the program's own, each parsed only when it is
 * asked for: a command needs a handful of the thousands there are.
 */
public final class YamlEntries {

  private static final Pattern KEY =
      Pattern.compile("(?m)^[\"']?([^\\s#\"'][^:\"'\\n]*)[\"']?:(?=\\s|$)");

  private final Map<String, String> texts = new LinkedHashMap<>();

  /**
   * Adds a file's entries.
   *
   * @throws IllegalStateException if one of them is there already
   */
  public void add(InputStream file, String name) throws IOException {
    String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    Matcher key = KEY.matcher(text);
    boolean more = key.find();
    while (more) {
      int from = key.start();
      String entry = key.group(1);
      more = key.find();
      String own = text.substring(from, more ? key.start() : text.length());
      if (texts.putIfAbsent(entry, own) != null) {
        throw new IllegalStateException("'" + entry + "' is declared twice, again in " + name);
      }
    }
  }

  /** Returns the keys of all entries, in the order of their files. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(texts.keySet());
  }

  /** Returns an entry's value, null if there is no such entry. */
  public @Nullable Object value(String key) {
    String text = texts.get(key);
    if (text == null) {
      return null;
    }
    Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return ((Map<?, ?>) parsed).values().iterator().next();
  }
}
