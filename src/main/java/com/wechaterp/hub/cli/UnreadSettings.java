package com.wechaterp.hub.cli;

import com.wechaterp.hub.erp.PackFolder;
import com.wechaterp.hub.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** What is looked at in another way while nobody knows what the settings say. */
final class UnreadSettings {

  private UnreadSettings() {}

  /** Returns that what depends on the settings is not checked. */
  static Finding finding() {
    return Finding.bad("settings", Problem.of("cli-settings-unread"));
  }

  /** Returns every pack there is, since the settings do not tell which one is meant. */
  static List<PackFolder> packs(Path home, Environment settings) {
    Path folder = home.resolve("config/erp");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> packs = Files.list(folder)) {
      return packs
          .filter(each -> Files.isRegularFile(each.resolve("pack.yaml")))
          .map(each -> String.valueOf(each.getFileName()))
          .sorted()
          .map(name -> new PackFolder(home, name, text -> filled(settings, text)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The packs in " + folder + " cannot be listed", e);
    }
  }

  /** A setting that is not known stands as a word, or its braces would pass for YAML's. */
  private static String filled(Environment settings, String text) {
    return settings.resolvePlaceholders(text).replaceAll("\\$\\{[^{}]*}", "unread");
  }
}
