package com.wechaterp.hub.complaint;

import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What the merchant says about a dispute.
 *
 * @param content in words
 * @param pictures sources of pictures
 */
record Evidence(String content, List<String> pictures) {

  Evidence {
    pictures = List.copyOf(pictures);
  }

  /** Returns what tells it from any other. */
  String fingerprint() {
    return DigestUtils.sha256Hex(content + "|" + pictures);
  }
}
