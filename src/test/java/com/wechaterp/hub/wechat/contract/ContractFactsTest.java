package com.wechaterp.hub.wechat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the contract against the facts known of the platform, in both directions. */
class ContractFactsTest {

  private final WeChatContract contract = WeChatContract.load();

  @Test
  void knowsTheOperationsWithTheirFields() {
    Map<String, String> ours = new TreeMap<>();
    for (Operation operation : contract.operations()) {
      ours.put(operation.id(), operation.method());
      fields(operation.query(), operation.id() + " query ", ours);
      fields(operation.request(), operation.id() + " request ", ours);
      fields(operation.response(), operation.id() + " response ", ours);
    }
    assertThat(differences(DocumentedFacts.operations(), ours)).isEmpty();
  }

  @Test
  void knowsTheCodeTablesWithTheirValues() {
    Map<String, String> ours = new TreeMap<>();
    for (EnumTable table : contract.enumTables()) {
      ours.put(table.name(), table.zh());
      table.values().forEach((code, value) -> ours.put(table.name() + " " + code, value.zh()));
    }
    assertThat(differences(DocumentedFacts.enums(), ours)).isEmpty();
  }

  @Test
  void knowsTheErrorCodesWithTheirTextAndFamily() {
    Map<String, String> ours = new TreeMap<>();
    for (ErrorMeaning error : contract.errors()) {
      ours.put(String.valueOf(error.code()), error.zh() + " (" + error.kind() + ")");
    }
    assertThat(differences(DocumentedFacts.errors(), ours)).isEmpty();
  }

  @Test
  void knowsTheEventsWithTheirFields() {
    Map<String, String> ours = new TreeMap<>();
    for (EventType event : contract.events()) {
      ours.put(event.name(), event.body() + " " + event.zh());
      event.fields().forEach(field -> ours.put(event.name() + " " + field.name(), type(field)));
    }
    assertThat(differences(DocumentedFacts.events(), ours)).isEmpty();
  }

  private static void fields(List<Field> fields, String at, Map<String, String> facts) {
    for (Field field : fields) {
      facts.put(at + field.name(), fact(field));
      fields(field.fields(), at + field.name() + ".", facts);
    }
  }

  private static String fact(Field field) {
    List<String> words = new ArrayList<>(List.of(type(field), field.need().name()));
    if (field.unit() != null) {
      words.add(field.unit());
    }
    if (field.enumName() != null) {
      words.add(field.enumName());
    }
    if (field.eitherForm()) {
      words.add("either form");
    }
    return String.join(" ", words);
  }

  private static String type(Field field) {
    return field.type() + (field.list() ? "[]" : "");
  }

  private static List<String> differences(Map<String, String> facts, Map<String, String> ours) {
    TreeSet<String> places = new TreeSet<>(facts.keySet());
    places.addAll(ours.keySet());
    return places.stream()
        .filter(place -> !facts.getOrDefault(place, "").equals(ours.getOrDefault(place, "")))
        .map(
            place ->
                place
                    + " is known as '"
                    + facts.getOrDefault(place, "nothing")
                    + "', the contract has '"
                    + ours.getOrDefault(place, "nothing")
                    + "'")
        .toList();
  }
}
