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
import java.util.function.BiFunction;

/**
 * One part of the contract, such as its operations, by name; each is read when it is first asked
 * for.
 */
final class Part<T> {

  private final Map<String, YamlEntries> files = new LinkedHashMap<>();
  private final Map<YamlEntries, BiFunction<String, Object, T>> readers = new LinkedHashMap<>();
  private final Map<String, T> read = new ConcurrentHashMap<>();

  /** Adds the entries of a file with what reads them. */
  void add(YamlEntries file, BiFunction<String, Object, T> reader) {
    file.keys().forEach(name -> files.put(name, file));
    readers.put(file, reader);
  }

  Set<String> keys() {
    return Collections.unmodifiableSet(files.keySet());
  }

  Optional<T> find(String name) {
    T known = read.get(name);
    return known == null && files.containsKey(name)
        ? Optional.of(read.computeIfAbsent(name, this::read))
        : Optional.ofNullable(known);
  }

  Collection<T> all() {
    return files.keySet().stream().map(name -> find(name).orElseThrow()).toList();
  }

  private T read(String name) {
    YamlEntries file = Objects.requireNonNull(files.get(name));
    return Objects.requireNonNull(readers.get(file))
        .apply(name, Objects.requireNonNullElse(file.value(name), Map.of()));
  }
}
