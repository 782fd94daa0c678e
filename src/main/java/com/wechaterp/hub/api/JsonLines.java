package com.wechaterp.hub.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An answer that is told line by line while its work goes on. */
final class JsonLines {

  private final OutputStream out;
  private final JsonMapper json;

  JsonLines(OutputStream out, JsonMapper json) {
    this.out = out;
    this.json = json;
  }

  void line(Map<String, ?> line) {
    try {
      out.write((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
