package com.wechaterp.hub.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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

  private final Map<String, Map<Language, ProblemText>> texts;

  private Problems(Map<String, Map<Language, ProblemText>> texts) {
    this.texts = Collections.unmodifiableMap(texts);
  }

  /** Returns the catalogue. */
  public static Problems catalogue() {
    return CATALOGUE;
  }

  /** Returns all codes in alphabetical order. */
  public SortedSet<String> codes() {
    return new TreeSet<>(texts.keySet());
  }

  /** Returns the sentences of a code, placeholders unfilled; empty if the code is unknown. */
  public Optional<ProblemText> text(String code, Language language) {
    return Optional.ofNullable(texts.get(code)).map(byLanguage -> byLanguage.get(language));
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
    Map<String, Map<Language, ProblemText>> all = new TreeMap<>();
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:problems/*.yaml");
      for (Resource file : files) {
        read(file, all);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The problem catalogue cannot be read", e);
    }
    return new Problems(all);
  }

  private static void read(Resource file, Map<String, Map<Language, ProblemText>> into)
      throws IOException {
    try (InputStream in = file.getInputStream()) {
      Map<String, Map<String, Map<String, String>>> parsed =
          Objects.requireNonNullElse(
              new Yaml(new SafeConstructor(new LoaderOptions())).load(in), Map.of());
      parsed.forEach(
          (code, byLanguage) -> {
            Map<Language, ProblemText> sentences = new LinkedHashMap<>();
            for (Language language : Language.values()) {
              sentences.put(language, sentences(byLanguage.get(language.key())));
            }
            if (into.put(code, sentences) != null) {
              throw new IllegalStateException(
                  "Problem '" + code + "' is declared twice, again in " + file.getFilename());
            }
          });
    }
  }

  private static ProblemText sentences(@Nullable Map<String, String> parts) {
    Map<String, String> given = parts == null ? Map.of() : parts;
    return new ProblemText(
        given.getOrDefault("what", ""),
        given.getOrDefault("why", ""),
        given.getOrDefault("do", ""));
  }
}
