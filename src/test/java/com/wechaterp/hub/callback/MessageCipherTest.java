package com.wechaterp.hub.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import cn.binarywang.wx.miniapp.util.crypt.WxMaCryptUtils;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MessageCipherTest {

  private static final String KEY = "sandboxsandboxsandboxsandboxsandboxsandbox0";
  private static final String APP_ID = "wx77e672d6d34a4bed";

  private final MessageCipher cipher = new MessageCipher(KEY, APP_ID);

  @Test
  void signsAsTheOfficialExampleDoes() {
    assertThat(MessageSignature.of("AAAAA", "1714036504", "1514711492"))
        .isEqualTo("f464b24fc39322e44b38aa78f5edd27bd1441696");
  }

  @Test
  void readsWhatItWrote() {
    String message = "<xml><Event><![CDATA[open_product_spu_audit]]></Event>中文</xml>";

    assertThat(cipher.decrypt(cipher.encrypt(message))).isEqualTo(message);
  }

  @Test
  void readsWhatAnIndependentImplementationWrote() {
    String encrypted = independent().encrypt("0123456789abcdef", "<xml>来自别处</xml>");

    assertThat(cipher.decrypt(encrypted)).isEqualTo("<xml>来自别处</xml>");
  }

  @Test
  void isReadByAnIndependentImplementation() {
    assertThat(independent().decrypt(cipher.encrypt("<xml>给别处</xml>"))).isEqualTo("<xml>给别处</xml>");
  }

  @Test
  void refusesAMessageForAnotherAppId() {
    String others = new MessageCipher(KEY, "wx0000000000000000").encrypt("<xml/>");

    assertThatThrownBy(() -> cipher.decrypt(others))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another AppID");
  }

  @Test
  void refusesTheEndOfAMessageChangedAnywhere() {
    byte[] encrypted = Base64.getDecoder().decode(cipher.encrypt("<xml>abc</xml>"));
    int last = encrypted.length - 1;
    encrypted[last] ^= 1;

    assertThatThrownBy(() -> cipher.decrypt(Base64.getEncoder().encodeToString(encrypted)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static WxMaCryptUtils independent() {
    WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl();
    config.setAppid(APP_ID);
    config.setToken("token");
    config.setAesKey(KEY);
    return new WxMaCryptUtils(config);
  }
}
