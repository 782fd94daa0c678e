package com.wechaterp.hub.document;

import java.text.Normalizer;

/** Numbers as people paste them: with spaces, line ends and full-width digits. */
public final class PastedText {

  private PastedText() {}

  /** Returns the text as it is sent: half-width and without any blank. */
  public static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }
}
