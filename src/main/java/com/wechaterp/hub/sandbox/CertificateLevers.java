package com.wechaterp.hub.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A lever that files papers with the mini-program platform, as merchants did before. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
@RequestMapping("/sandbox/_control/certificates")
class CertificateLevers implements Levers {

  private final Sandbox sandbox;

  CertificateLevers(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @Override
  public Map<String, Object> lines() {
    return Fields.of(
        "POST /sandbox/_control/certificates?brand=&category=",
        "file papers of a brand, or of a category, with the mini-program platform");
  }

  @PostMapping
  Map<String, Object> file(
      @RequestParam @Nullable String brand,
      @RequestParam @Nullable String category,
      @RequestParam @Nullable String account) {
    Shop shop = sandbox.chosen(account);
    synchronized (shop) {
      if (brand != null) {
        Certificates.fileBrand(shop, brand);
      }
      if (category != null) {
        Certificates.fileCategory(shop, category);
      }
    }
    return Fields.of("done", true);
  }
}
