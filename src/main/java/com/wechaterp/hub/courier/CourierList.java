package com.wechaterp.hub.courier;

import com.wechaterp.hub.problem.Nearest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * WeChat's couriers with the admin's names for them: what an ERP writes is found by id, by alias or
 * by name, whatever its case, width and spaces. Nothing is guessed.
 *
 * @param couriers WeChat's list
 * @param aliases from another name to WeChat's id
 */
public record CourierList(List<Courier> couriers, Map<String, String> aliases) {

  private static final int SHOWN = 3;

  public CourierList {
    couriers = List.copyOf(couriers);
    aliases = Map.copyOf(aliases);
  }

  /** Returns the courier that a text of the ERP means. */
  public Optional<Courier> find(String text) {
    String word = plain(text);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    return first(courier -> plain(courier.id()).equals(word))
        .or(() -> alias(word))
        .or(() -> first(courier -> plain(courier.name()).equals(word)));
  }

  private Optional<Courier> alias(String word) {
    return aliases.entrySet().stream()
        .filter(alias -> plain(alias.getKey()).equals(word))
        .findFirst()
        .flatMap(alias -> first(courier -> courier.id().equals(alias.getValue())));
  }

  private Optional<Courier> first(Predicate<Courier> is) {
    return couriers.stream().filter(is).findFirst();
  }

  /** Returns the couriers that were probably meant, for people; at most three. */
  public List<String> nearest(String text) {
    String word = plain(text);
    Set<Courier> found = new LinkedHashSet<>();
    for (Courier courier : couriers) {
      if (names(courier).stream().anyMatch(name -> alike(name, word))) {
        found.add(courier);
      }
    }
    resembling(word, Courier::id, found);
    resembling(word, Courier::name, found);
    return found.stream().limit(SHOWN).map(Courier::toString).toList();
  }

  private void resembling(String word, Function<Courier, String> name, Set<Courier> found) {
    List<String> names = couriers.stream().map(name).map(CourierList::plain).toList();
    for (String near : Nearest.of(word, names)) {
      // A word of two letters is two changes away from every other.
      if (near.chars().anyMatch(letter -> word.indexOf(letter) >= 0)) {
        found.add(couriers.get(names.indexOf(near)));
      }
    }
  }

  private List<String> names(Courier courier) {
    List<String> names = new ArrayList<>(List.of(plain(courier.id()), plain(courier.name())));
    aliases.forEach(
        (alias, id) -> {
          if (id.equals(courier.id())) {
            names.add(plain(alias));
          }
        });
    return names;
  }

  /** Two words are alike if one holds the other, or both begin with the same two characters. */
  private static boolean alike(String name, String word) {
    return word.length() > 1
        && name.length() > 1
        && (name.contains(word)
            || word.contains(name)
            || name.substring(0, 2).equals(word.substring(0, 2)));
  }

  /** Returns a text without case, width, spaces and punctuation. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
