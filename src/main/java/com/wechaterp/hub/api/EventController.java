package com.wechaterp.hub.api;

import com.wechaterp.hub.inbox.EventLog;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the events WeChat pushed, and puts one to work again. */
@RestController
class EventController {

  private static final int MOST = 1000;

  private final EventLog events;
  private final WeChatContract contract;

  EventController(EventLog events, WeChatContract contract) {
    this.events = events;
    this.contract = contract;
  }

  /** Lists events, latest first; the id of the last one leads to the next page. */
  @GetMapping("/api/v1/events")
  List<Map<String, @Nullable Object>> events(
      @RequestParam(name = "state", defaultValue = "kept") String state,
      @RequestParam(name = "before", defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String acceptLanguage) {
    Language language = Language.of(acceptLanguage);
    int most = Math.min(Math.max(limit, 1), MOST);
    List<EventLog.Entry> found =
        switch (state) {
          case "kept" -> events.kept(before, most);
          case "handled" -> events.handled(before, most);
          default ->
              throw new ProblemException(Problem.of("api-unknown-event-state", "state", state));
        };
    return found.stream().map(event -> shown(event, language)).toList();
  }

  @PostMapping("/api/v1/events/{id}/replay")
  Map<String, @Nullable Object> replay(
      @PathVariable("id") long id,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String acceptLanguage) {
    return shown(events.replay(id), Language.of(acceptLanguage));
  }

  private Map<String, @Nullable Object> shown(EventLog.Entry event, Language language) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("id", event.id());
    shown.put("account", event.account());
    shown.put("event", event.event());
    shown.put("name", name(event.event(), language));
    shown.put("receivedAt", event.receivedAt());
    shown.put("flow", event.flow());
    shown.put("key", event.key());
    shown.put("state", event.kept() == null ? "handled" : "kept");
    shown.put("reason", event.kept() == null ? "" : event.kept().sentence(language));
    shown.put("body", event.body());
    return shown;
  }

  private String name(String event, Language language) {
    return contract
        .event(event)
        .map(type -> language == Language.ZH ? type.zh() : type.en())
        .orElse("");
  }
}
