package com.wechaterp.hub.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.wechat.WeChat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WxPayFormTest {

  @TempDir private Path home;
  private final WeChat wechat = mock(WeChat.class);
  private WxPayForm form;

  @BeforeEach
  void open() {
    form = new WxPayForm(List.of(home.resolve("own"), home.resolve("sample")), wechat);
    when(wechat.call(any(), eq("shop/img/upload"), any()))
        .thenReturn(Map.of("img_info", Map.of("pay_media_id", "media-1")));
  }

  @Test
  void isNotThereWhereNobodyFilledItIn() {
    assertThat(form.isThere()).isFalse();
  }

  @Test
  void takesTheSampleWithItsPicturesUntilTheMerchantHasOne() throws IOException {
    write("sample", "merchant_shortname: sample\npicture: {file: paper.png}\n");

    assertThat(form.request("main"))
        .containsEntry("merchant_shortname", "sample")
        .containsEntry("picture", Map.of("name", "paper.png", "pay_media_id", "media-1"));

    write("own", "merchant_shortname: own\n");
    assertThat(form.request("main")).containsEntry("merchant_shortname", "own");
  }

  @Test
  void readsTheFormOfTheDemoShop() {
    Path shop = Path.of("config", "erp", "demo", "onboarding");

    Map<String, Object> request = new WxPayForm(List.of(shop), wechat).request("main");

    assertThat(request.toString()).contains("licence.png", "media-1", "演示商店");
  }

  private void write(String folder, String text) throws IOException {
    Path into = Files.createDirectories(home.resolve(folder));
    Files.writeString(into.resolve("wxpay.yaml"), text);
    Files.write(into.resolve("paper.png"), new byte[] {1, 2, 3});
  }
}
