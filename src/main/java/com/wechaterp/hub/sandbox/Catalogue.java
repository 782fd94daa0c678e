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

/** What a shop may sell in and under: the categories and brands of {@code sandbox/*.yaml}. */
class Catalogue {

  private static final long NO_BRAND = 2_100_000_000L;

  private final List<Map<String, Object>> categories = load("categories");
  private final List<Map<String, Object>> brands = load("brands");

  List<Map<String, Object>> categories() {
    return categories;
  }

  Optional<Map<String, Object>> category(long thirdCatId) {
    return categories.stream()
        .filter(category -> Fields.number(category, "third_cat_id") == thirdCatId)
        .findAny();
  }

  /** Returns the brands every shop holds from the start. */
  List<Map<String, Object>> brands() {
    return brands.stream().filter(brand -> Fields.number(brand, "brand_id") != NO_BRAND).toList();
  }

  /** Returns whether every shop may name a brand, "no brand" included. */
  boolean hasBrand(long brandId) {
    return brands.stream().anyMatch(brand -> Fields.number(brand, "brand_id") == brandId);
  }

  /** Reads a list of {@code sandbox/}. */
  static List<Map<String, Object>> load(String name) {
    try (InputStream in = Catalogue.class.getResourceAsStream("/sandbox/" + name + ".yaml")) {
      List<Map<String, Object>> loaded = new ArrayList<>();
      Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      Fields.objects(parsed).forEach(loaded::add);
      return List.copyOf(loaded);
    } catch (IOException e) {
      throw new UncheckedIOException("sandbox/" + name + ".yaml cannot be read", e);
    }
  }
}
