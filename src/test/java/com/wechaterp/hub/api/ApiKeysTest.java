package com.wechaterp.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.HubProperties;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ApiKeysTest {

  @Test
  void takesAListOfKeys() {
    ApiKeys keys = bound(Map.of("hub.api-keys[0]", "one", "hub.api-keys[1]", "two"));

    assertThat(keys.find("one")).isPresent();
    assertThat(keys.find("two")).isPresent();
    assertThat(keys.find("three")).isEmpty();
  }

  @Test
  void takesKeysSeparatedByCommasAsInAnEnvironmentVariable() {
    ApiKeys keys = bound(Map.of("hub.api-keys", "one, two"));

    assertThat(keys.find("two")).isPresent();
  }

  @Test
  void takesNamedKeysWithScopes() {
    ApiKeys keys =
        bound(
            Map.of(
                "hub.api-keys.mini-program.key", "one",
                "hub.api-keys.mini-program.scopes", "orders, wechat"));

    Map.Entry<String, ApiKey> found = keys.find("one").orElseThrow();
    assertThat(found.getKey()).isEqualTo("mini-program");
    assertThat(found.getValue().scopes()).containsExactlyInAnyOrder(Scope.ORDERS, Scope.WECHAT);
  }

  @Test
  void takesNamedKeysAlone() {
    ApiKeys keys = bound(Map.of("hub.api-keys.nightly", "one"));

    assertThat(keys.find("one")).get().extracting(Map.Entry::getKey).isEqualTo("nightly");
  }

  @Test
  void opensEverythingWithoutScopes() {
    assertThat(ApiKey.valueOf("one").opens(Set.of(Scope.ADMIN))).isTrue();
  }

  @Test
  void opensOnlyItsScopes() {
    ApiKey key = new ApiKey("one", Set.of(Scope.ORDERS));

    assertThat(key.opens(Set.of(Scope.READ, Scope.ORDERS))).isTrue();
    assertThat(key.opens(Set.of(Scope.ADMIN))).isFalse();
  }

  @Test
  void neverShowsTheKeyItself() {
    assertThat(bound(Map.of("hub.api-keys.nightly", "long-random-text")).toString())
        .doesNotContain("long-random-text");
  }

  private static ApiKeys bound(Map<String, ?> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("hub", HubProperties.class)
        .apiKeys();
  }
}
