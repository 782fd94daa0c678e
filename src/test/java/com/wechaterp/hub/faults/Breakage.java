package com.wechaterp.hub.faults;

import com.wechaterp.hub.testing.HubProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/**
 * One rule of the hub taken out on purpose, to see that the matrix would notice.
 *
 * @param name how it is called
 * @param what what the hub does with it
 * @param file the source below {@code src/main/java}
 * @param find the text of the rule, which occurs once
 * @param replace what stands in its place
 * @param cases the cases that were seen to fail with it
 */
record Breakage(
    String name, String what, String file, String find, String replace, List<String> cases) {

  private static final Path SOURCES = Path.of("src/main/java/com/wechaterp/hub");

  /** Returns all that a case of the matrix may run with. */
  static List<Breakage> all() throws IOException {
    return in("faults/breakages.yaml");
  }

  /** Returns those that let the soak see within minutes what takes days. */
  static List<Breakage> ofTheSoak() throws IOException {
    return in("faults/soak.yaml");
  }

  private static List<Breakage> in(String resource) throws IOException {
    List<Map<String, Object>> entries =
        new Yaml().load(new ClassPathResource(resource).getInputStream());
    return entries.stream()
        .map(
            entry ->
                new Breakage(
                    text(entry, "name"),
                    text(entry, "what"),
                    text(entry, "file"),
                    text(entry, "find"),
                    text(entry, "replace"),
                    ((List<?>) entry.getOrDefault("cases", List.of()))
                        .stream().map(String::valueOf).toList()))
        .toList();
  }

  private static String text(Map<String, Object> entry, String field) {
    return String.valueOf(entry.getOrDefault(field, "")).strip();
  }

  static Breakage named(String name) throws IOException {
    return all().stream()
        .filter(each -> each.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no breakage " + name));
  }

  /**
   * Returns the source with the rule taken out.
   *
   * @throws IllegalStateException if the rule is not there, or more than once
   */
  String source() throws IOException {
    String good = Files.readString(SOURCES.resolve(file));
    // How far the lines are indented says nothing.
    String lines =
        find.lines().map(line -> Pattern.quote(line.strip())).collect(Collectors.joining("\\s+"));
    Matcher rule = Pattern.compile(lines).matcher(good);
    if (rule.results().count() != 1) {
      throw new IllegalStateException(name + ": " + file + " has not exactly once: " + find);
    }
    return rule.replaceFirst(Matcher.quoteReplacement(replace));
  }

  /** Compiles the broken class below a folder, and returns where it can be put before the hub. */
  Path compile(Path folder) throws IOException {
    Path source = folder.resolve("broken").resolve(name).resolve("src").resolve(file);
    Files.createDirectories(source.getParent());
    Files.writeString(source, source());
    Path classes =
        Files.createDirectories(folder.resolve("broken").resolve(name).resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int result =
        compiler.run(
            null,
            null,
            null,
            "-nowarn",
            "-proc:none",
            "-parameters",
            "-encoding",
            "UTF-8",
            "-cp",
            HubProcess.withoutTests(),
            "-d",
            classes.toString(),
            source.toString());
    if (result != 0) {
      throw new IllegalStateException(name + ": the broken source does not compile");
    }
    return classes;
  }
}
