package com.wechaterp.hub.erp.change;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A run of neighbouring fingerprints in the form it is kept.
 *
 * @param digest 128 bits over the content, in hex; equal digests mean equal fingerprints
 * @param lastKey the key it ends with
 * @param content key length, key and hash of each fingerprint
 */
record Chunk(String digest, String lastKey, byte[] content) {

  static Chunk of(List<Fingerprint> run) {
    int size = 0;
    byte[][] keys = new byte[run.size()][];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = run.get(i).key().getBytes(StandardCharsets.UTF_8);
      size += Short.BYTES + keys[i].length + Long.BYTES;
    }
    ByteBuffer buffer = ByteBuffer.allocate(size);
    for (int i = 0; i < keys.length; i++) {
      buffer.putShort((short) keys[i].length).put(keys[i]).putLong(run.get(i).hash());
    }
    byte[] content = buffer.array();
    return new Chunk(digest(content), run.get(run.size() - 1).key(), content);
  }

  static Map<String, Long> entries(byte[] content) {
    Map<String, Long> entries = new LinkedHashMap<>();
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      byte[] key = new byte[Short.toUnsignedInt(buffer.getShort())];
      buffer.get(key);
      entries.put(new String(key, StandardCharsets.UTF_8), buffer.getLong());
    }
    return entries;
  }

  private static String digest(byte[] content) {
    return DigestUtils.sha256Hex(content).substring(0, 32);
  }
}
