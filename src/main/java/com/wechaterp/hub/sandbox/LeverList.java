package com.wechaterp.hub.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists every lever there is, whichever controller has it. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
class LeverList {

  private final List<Levers> levers;

  LeverList(List<Levers> levers) {
    this.levers = levers;
  }

  @GetMapping("/sandbox/_control")
  Map<String, Object> levers() {
    Map<String, Object> lines = new LinkedHashMap<>();
    levers.forEach(some -> lines.putAll(some.lines()));
    return lines;
  }
}
