package com.wechaterp.hub.qualification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/** Tells whether what is declared is what was submitted, down to the bytes of the picture files. */
final class PictureContents {

  private static final String FILE = "file:";
  private static final int VERSION = 12;

  private PictureContents() {}

  /** Returns the fingerprint of a declaration; a new picture under an old name counts. */
  static String fingerprint(Qualification wanted) {
    Map<String, String> contents = new TreeMap<>();
    wanted.pictures().values().stream()
        .flatMap(List::stream)
        .filter(source -> source.startsWith(FILE))
        .forEach(source -> contents.put(source, content(Path.of(source.substring(FILE.length())))));
    // Which products it goes along with is no part of what WeChat audits of the other kinds.
    String kind =
        wanted.kind() == QualificationKind.PRODUCT
            ? wanted.kind().word() + wanted.products()
            : wanted.kind().word();
    return DigestUtils.sha256Hex(
        String.join(
            "|",
            kind,
            new TreeMap<>(wanted.details()).toString(),
            new TreeMap<>(wanted.pictures()).toString(),
            contents.toString(),
            String.valueOf(wanted.expires())));
  }

  /** Returns a source that changes with its content; the part behind # is no part of a file. */
  static String versioned(String source) {
    String content =
        source.startsWith(FILE) ? content(Path.of(source.substring(FILE.length()))) : "";
    return content.isEmpty() ? source : source + "#" + content.substring(0, VERSION);
  }

  /** A file that cannot be read has no content; the upload says so with the file's name. */
  private static String content(Path file) {
    try {
      return DigestUtils.sha256Hex(Files.readAllBytes(file));
    } catch (IOException e) {
      return "";
    }
  }
}
