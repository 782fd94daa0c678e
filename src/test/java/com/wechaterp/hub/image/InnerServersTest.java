package com.wechaterp.hub.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnerServersTest {

  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "0.0.0.0",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
      })
  void refusesAddressesOfTheOwnNetwork(String inner) throws UnknownHostException {
    assertThat(new InnerServers(List.of()).allows("pictures.shop.cn", address(inner))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "11.0.0.1", "2400:3200::1"})
  void takesAddressesOfTheInternet(String outer) throws UnknownHostException {
    assertThat(new InnerServers(List.of()).allows("pictures.shop.cn", address(outer))).isTrue();
  }

  @Test
  void takesInnerServersThatTheSettingsName() throws UnknownHostException {
    InnerServers named =
        new InnerServers(List.of("Pictures.shop.local", "10.1.0.0/20", "192.168.7.9", "fd12::/16"));

    assertThat(named.allows("pictures.shop.LOCAL", address("10.9.9.9"))).isTrue();
    assertThat(named.allows("other", address("10.1.15.255"))).isTrue();
    assertThat(named.allows("other", address("10.1.16.0"))).isFalse();
    assertThat(named.allows("other", address("192.168.7.9"))).isTrue();
    assertThat(named.allows("other", address("192.168.7.8"))).isFalse();
    assertThat(named.allows("other", address("fd12::9"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.0.0/33", "10.1.0.0/x", "10.1.0/", "999.1.1.1", "shop/24"})
  void refusesARangeNobodyCanRead(String range) {
    assertThatThrownBy(() -> new InnerServers(List.of(range)))
        .hasMessageContaining("hub.image.inner-servers")
        .hasMessageContaining(range);
  }
}
