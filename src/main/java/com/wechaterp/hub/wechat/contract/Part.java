package com.wechaterp.hub.wechat.contract;

import com.wechaterp.hub.problem.YamlEntries;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One part of the contract, such as its operations, by name; the files and each entry of them are
 * read when they are first asked for.
 */
final class Part<T> {

  private final Supplier<Map<String, YamlEntries>> source;
  private final Reader<T> reader;
  private final Map<String, T> read = new ConcurrentHashMap<>();
  private volatile @Nullable Map<String, Entry> entries;

  /** Makes an entry into what it stands for. */
  interface Reader<T> {
    T read(String file, String name, Object value);
  }

  private record Entry(String file, YamlEntries of) {}

  /**
   * @param source gives the files by name
   */
  Part(Supplier<Map<String, YamlEntries>> source, Reader<T> reader) {
    this.source = source;
    this.reader = reader;
  }

  private Map<String, Entry> entries() {
    Map<String, Entry> known = entries;
    if (known == null) {
      Map<String, Entry> all = new LinkedHashMap<>();
      source
          .get()
          .forEach((file, of) -> of.keys().forEach(name -> all.put(name, new Entry(file, of))));
      known = Collections.unmodifiableMap(all);
      entries = known;
    }
    return known;
  }

  Set<String> keys() {
    return entries().keySet();
  }

  Optional<T> find(String name) {
    T known = read.get(name);
    return known == null && entries().containsKey(name)
        ? Optional.of(read.computeIfAbsent(name, this::read))
        : Optional.ofNullable(known);
  }

  Collection<T> all() {
    return keys().stream().map(name -> find(name).orElseThrow()).toList();
  }

  private T read(String name) {
    Entry entry = Objects.requireNonNull(entries().get(name));
    return reader.read(
        entry.file, name, Objects.requireNonNullElse(entry.of.value(name), Map.of()));
  }
}
