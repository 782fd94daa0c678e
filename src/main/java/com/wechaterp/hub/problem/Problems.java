package com.wechaterp.hub.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The catalogue of all problems, read once from {@code problems/*.yaml} on the classpath.
 *
 * <p>Log, CLI, API and console all take their sentences from here, so that they say the same.
 */
public final class Problems {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

  /** The clause that names what is nearest: left out where nothing is. */
  private static final Pattern NEAREST =
      Pattern.compile(";?\\s*[Nn]earest[^.;:]*: \\{nearest}\\.?|；?[^；。：]*最接近[^；。：]*：\\{nearest}。?");

  /** A fact at the end of a part, such as WeChat's own words, may come without a full stop. */
  private static final Pattern ENDED = Pattern.compile("[.。!！?？…]$");

  private static final Problems CATALOGUE = load();

  private final YamlEntries entries;
  private final Map<String, Map<Language, ProblemText>> texts = new ConcurrentHashMap<>();

  private Problems(YamlEntries entries) {
    this.entries = entries;
  }

  /** Returns the catalogue. */
  public static Problems catalogue() {
    return CATALOGUE;
  }

  /** Returns all codes in alphabetical order. */
  public SortedSet<String> codes() {
    return new TreeSet<>(entries.keys());
  }

  /** Returns the sentences of a code, placeholders unfilled; empty if the code is unknown. */
  public Optional<ProblemText> text(String code, Language language) {
    return entries.keys().contains(code)
        ? Optional.ofNullable(texts.computeIfAbsent(code, this::read).get(language))
        : Optional.empty();
  }

  /** Returns the sentences of a problem with its facts filled in. */
  public ProblemText text(Problem problem, Language language) {
    ProblemText raw =
        text(problem.code(), language)
            .orElseGet(() -> new ProblemText(problem.code() + " " + problem.facts(), "", ""));
    return new ProblemText(
        fill(raw.what(), problem.facts()),
        fill(raw.why(), problem.facts()),
        fill(raw.remedy(), problem.facts()));
  }

  String sentence(Problem problem, Language language) {
    ProblemText text = text(problem, language);
    boolean zh = language == Language.ZH;
    return Stream.of(text.what(), text.why(), text.remedy())
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(part -> ENDED.matcher(part).find() ? part : part + (zh ? "。" : "."))
        .collect(Collectors.joining(zh ? "" : " "));
  }

  private static String fill(String template, Map<String, String> facts) {
    boolean nothingNear = Set.of("", "-").contains(facts.getOrDefault("nearest", "?").strip());
    return PLACEHOLDER
        .matcher(nothingNear ? NEAREST.matcher(template).replaceAll("") : template)
        .replaceAll(match -> Matcher.quoteReplacement(facts.getOrDefault(match.group(1), "?")));
  }

  private static Problems load() {
    YamlEntries all = new YamlEntries();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:problems/*.yaml")) {
        try (InputStream in = file.getInputStream()) {
          all.add(in, String.valueOf(file.getFilename()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The problem catalogue cannot be read", e);
    }
    return new Problems(all);
  }

  private Map<Language, ProblemText> read(String code) {
    Map<Language, ProblemText> byLanguage = new EnumMap<>(Language.class);
    if (entries.value(code) instanceof Map<?, ?> entry) {
      for (Language language : Language.values()) {
        byLanguage.put(language, sentences(entry.get(language.key())));
      }
    }
    return byLanguage;
  }

  private static ProblemText sentences(@Nullable Object parts) {
    Map<?, ?> given = parts instanceof Map<?, ?> map ? map : Map.of();
    return new ProblemText(part(given, "what"), part(given, "why"), part(given, "do"));
  }

  private static String part(Map<?, ?> parts, String name) {
    return parts.get(name) instanceof String text ? text : "";
  }
}
