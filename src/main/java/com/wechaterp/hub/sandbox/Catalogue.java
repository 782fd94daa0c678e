package com.wechaterp.hub.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The categories the sandbox knows, read from {@code sandbox/categories.yaml}. */
class Catalogue {

  private final List<Map<String, Object>> categories = load();

  List<Map<String, Object>> categories() {
    return categories;
  }

  Optional<Map<String, Object>> category(long thirdCatId) {
    return categories.stream()
        .filter(category -> Fields.number(category, "third_cat_id") == thirdCatId)
        .findAny();
  }

  private static List<Map<String, Object>> load() {
    try (InputStream in = Catalogue.class.getResourceAsStream("/sandbox/categories.yaml")) {
      List<Map<String, Object>> loaded = new ArrayList<>();
      Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      Fields.objects(parsed).forEach(loaded::add);
      return List.copyOf(loaded);
    } catch (IOException e) {
      throw new UncheckedIOException("sandbox/categories.yaml cannot be read", e);
    }
  }
}
