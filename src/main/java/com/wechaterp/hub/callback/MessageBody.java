package com.wechaterp.hub.callback;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the body of a message, up to the limit and not further. */
class MessageBody {

  private final int limit;

  MessageBody(CallbackProperties properties) {
    this.limit = Math.toIntExact(properties.bodyLimit().toBytes());
  }

  String read(HttpServletRequest request) {
    requireSmall(request.getContentLengthLong());
    byte[] bytes = bytes(request);
    requireSmall(bytes.length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedCallback(Refusal.MALFORMED);
    }
  }

  private byte[] bytes(HttpServletRequest request) {
    try {
      return request.getInputStream().readNBytes(limit + 1);
    } catch (IOException e) {
      throw new RefusedCallback(Refusal.INCOMPLETE);
    }
  }

  private void requireSmall(long length) {
    if (length > limit) {
      throw new RefusedCallback(Refusal.TOO_LARGE);
    }
  }
}
