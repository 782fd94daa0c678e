package com.wechaterp.hub.product;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Remembers which ids were seen, in eight bytes each.
 *
 * <p>That two of a million ids share a hash is less likely than one in ten million; such an id
 * would count as seen.
 */
final class SeenIds {

  private long[] hashes = new long[1024];
  private int size;
  private boolean sorted;

  void add(String id) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash(id);
    sorted = false;
  }

  boolean contains(String id) {
    if (!sorted) {
      Arrays.sort(hashes, 0, size);
      sorted = true;
    }
    return Arrays.binarySearch(hashes, 0, size, hash(id)) >= 0;
  }

  private static long hash(String id) {
    return MurmurHash3.hash128x64(id.getBytes(StandardCharsets.UTF_8))[0];
  }
}
