package com.wechaterp.hub.product;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes the SHA-256 of what an audit looks at, so that the same content is never sent twice. */
final class Fingerprint {

  private final MessageDigest digest = DigestUtils.getSha256Digest();

  private Fingerprint() {}

  /** Returns the fingerprint of the audited content: neither price, stock, codes nor path. */
  static String of(Product product) {
    Fingerprint print = new Fingerprint();
    print.add(product.title());
    print.add(product.directPath());
    print.add(product.headImages());
    print.add(product.qualificationPictures());
    print.add(product.description());
    print.add(product.descriptionImages());
    print.add(product.category());
    print.add(product.brand());
    for (Sku sku : product.skus()) {
      print.add(sku.outSkuId());
      print.add(sku.thumbImage());
      print.add(sku.attributes().keySet());
      print.add(sku.attributes().values());
    }
    String extra = product.extra().text(SpuOperation.AUDITED);
    if (!extra.isEmpty()) {
      print.add(extra);
    }
    return HexFormat.of().formatHex(print.digest.digest());
  }

  /** Length first, so that no two different sequences of texts give the same bytes. */
  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private void add(Collection<String> texts) {
    digest.update(("[" + texts.size()).getBytes(StandardCharsets.UTF_8));
    texts.forEach(this::add);
  }
}
