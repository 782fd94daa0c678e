package com.wechaterp.hub.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The banks, cities and branches of {@code sandbox/banks.yaml}. */
class Banks {

  private static final List<String> BRANCHES = List.of("分行营业部", "高新支行", "人民路支行");

  private final Map<String, Object> table = load();

  List<Map<String, Object>> banks() {
    return Fields.objects(table.get("banks"));
  }

  List<Map<String, Object>> provinces() {
    return Fields.objects(table.get("provinces"));
  }

  List<Map<String, Object>> cities(long province) {
    return Fields.objects(table.get("cities")).stream()
        .filter(city -> Fields.number(city, "province_code") == province)
        .toList();
  }

  Optional<Map<String, Object>> city(String code) {
    return Fields.objects(table.get("cities")).stream()
        .filter(city -> Fields.text(city, "city_code").equals(code))
        .findAny();
  }

  Optional<Map<String, Object>> byCode(String code) {
    return banks().stream().filter(bank -> Fields.text(bank, "bank_code").equals(code)).findAny();
  }

  boolean hasName(String accountBank) {
    return banks().stream().anyMatch(bank -> Fields.text(bank, "account_bank").equals(accountBank));
  }

  /** Returns the banks that issue cards beginning like a number. */
  List<Map<String, Object>> byCard(String number) {
    return banks().stream()
        .filter(bank -> Fields.texts(bank.get("cards")).stream().anyMatch(number::startsWith))
        .toList();
  }

  /** Returns the branches of a bank in a city, with invented but well-formed ids. */
  List<Map<String, Object>> branches(Map<String, Object> bank, Map<String, Object> city) {
    String place = Fields.text(city, "city_name").replaceAll("市$", "");
    String area = Fields.text(city, "bank_address_code").substring(0, 4);
    return IntStream.range(0, BRANCHES.size())
        .mapToObj(
            i ->
                Fields.of(
                    "branch_id",
                        Fields.text(bank, "clearing") + area + "%04d%d".formatted(i, i + 1),
                    "branch_name",
                        Fields.text(bank, "bank_name") + "股份有限公司" + place + BRANCHES.get(i)))
        .toList();
  }

  private static Map<String, Object> load() {
    try (InputStream in = Banks.class.getResourceAsStream("/sandbox/banks.yaml")) {
      Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return Fields.object(parsed);
    } catch (IOException e) {
      throw new UncheckedIOException("sandbox/banks.yaml cannot be read", e);
    }
  }
}
