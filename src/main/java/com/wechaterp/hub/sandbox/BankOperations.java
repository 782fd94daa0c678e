package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks up banks, cities and branches, which changing the settlement account needs. */
class BankOperations implements OperationFamily {

  /** A card or account number. */
  static final Pattern NUMBER = Pattern.compile("\\d{8,30}");

  private final Banks banks;

  BankOperations(Banks banks) {
    this.banks = banks;
  }

  @Override
  public Map<String, SandboxOperation> operations() {
    return Map.of(
        "shop/funds/getbanklist", new BareOperation(this::search),
        "shop/funds/getbankbynum", new BareOperation(this::byNumber),
        "shop/funds/getprovince", new BareOperation(this::provinces),
        "shop/funds/getcity", new BareOperation(this::cities),
        "shop/funds/getsubbranch", new BareOperation(this::branches));
  }

  private Map<String, Object> search(Shop shop, Map<String, Object> request) {
    String words = Fields.text(request, "key_words");
    // Every bank of the table serves companies and persons; the answer names the kind asked for.
    long type = Math.max(1, Fields.number(request, "bank_type"));
    List<Map<String, Object>> found =
        banks.banks().stream()
            .filter(
                bank ->
                    Fields.text(bank, "bank_name").contains(words)
                        || Fields.text(bank, "account_bank").contains(words))
            .map(bank -> shown(bank, type))
            .toList();
    return Fields.of("data", Page.offset(found, request, "limit"));
  }

  private static Map<String, Object> shown(Map<String, Object> bank, long type) {
    Map<String, Object> shown = shown(bank);
    shown.put("bank_type", type);
    return shown;
  }

  private static Map<String, Object> shown(Map<String, Object> bank) {
    Map<String, Object> shown = Fields.copy(bank);
    shown.remove("clearing");
    shown.remove("cards");
    return shown;
  }

  private Map<String, Object> byNumber(Shop shop, Map<String, Object> request) {
    String number = Fields.text(request, "account_number");
    if (!NUMBER.matcher(number).matches()) {
      throw new SandboxError(40097, "invalid args: account_number");
    }
    List<Map<String, Object>> found =
        banks.byCard(number).stream().map(BankOperations::shown).toList();
    return Fields.of("data", found, "total_count", found.size());
  }

  private Map<String, Object> provinces(Shop shop, Map<String, Object> request) {
    return Fields.of("data", banks.provinces(), "total_count", banks.provinces().size());
  }

  private Map<String, Object> cities(Shop shop, Map<String, Object> request) {
    List<Map<String, Object>> cities =
        banks.cities(Fields.number(request, "province_code")).stream()
            .map(
                city ->
                    Fields.of(
                        "city_code", city.get("city_code"),
                        "city_name", city.get("city_name"),
                        "bank_address_code", city.get("bank_address_code")))
            .toList();
    if (cities.isEmpty()) {
      throw new SandboxError(40097, "invalid args: province_code");
    }
    return Fields.of("data", cities, "total_count", cities.size());
  }

  private Map<String, Object> branches(Shop shop, Map<String, Object> request) {
    Map<String, Object> bank =
        banks
            .byCode(Fields.text(request, "bank_code"))
            .orElseThrow(() -> new SandboxError(40097, "invalid args: bank_code"));
    Map<String, Object> city =
        banks
            .city(Fields.text(request, "city_code"))
            .orElseThrow(() -> new SandboxError(40097, "invalid args: city_code"));
    List<Map<String, Object>> all = banks.branches(bank, city);
    List<Map<String, Object>> page = Page.offset(all, request, "limit");
    return Fields.of(
        "account_bank", bank.get("account_bank"),
        "account_bank_code", Fields.number(bank, "bank_id"),
        "bank_alias", bank.get("bank_name"),
        "bank_alias_code", bank.get("bank_code"),
        "data", page,
        "count", page.size(),
        "total_count", all.size());
  }
}
