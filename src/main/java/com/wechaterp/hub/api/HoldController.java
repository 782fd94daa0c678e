package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.timeline.TimelineStep;
import com.wechaterp.hub.work.WorkHold;
import com.wechaterp.hub.work.WorkList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says what waits and why, and what happened to one thing. */
@RestController
class HoldController {

  private static final int MOST = 10_000;

  private final WorkList work;
  private final Timeline timeline;
  private final String account;

  HoldController(WorkList work, Timeline timeline, HubProperties hub) {
    this.work = work;
    this.timeline = timeline;
    this.account = hub.account();
  }

  @GetMapping("/api/v1/holds")
  List<Map<String, @Nullable Object>> holds(
      @RequestParam(name = "limit", defaultValue = "500") int limit,
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String acceptLanguage) {
    Language language = Language.of(acceptLanguage);
    return work.holds(Math.min(Math.max(limit, 1), MOST)).stream()
        .map(hold -> fields(hold, language))
        .toList();
  }

  @GetMapping("/api/v1/timeline/{subject}/{*key}")
  List<TimelineStep> timeline(
      @PathVariable("subject") String subject,
      @PathVariable("key") String path,
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestParam(name = "limit", defaultValue = "100") int limit) {
    // The keys of some subjects, such as operations of WeChat, are paths themselves.
    String key = path.substring(1);
    return timeline.of(of == null ? account : of, subject, key, Math.min(Math.max(limit, 1), MOST));
  }

  static Map<String, @Nullable Object> fields(WorkHold hold, Language language) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("flow", hold.key().flow());
    fields.put("account", hold.key().account());
    fields.put("key", hold.key().key());
    fields.put("state", hold.state());
    fields.put("code", hold.reason().code());
    fields.put("reason", hold.reason().sentence(language));
    fields.put("release", hold.release());
    fields.put("since", hold.since());
    fields.put("until", hold.until());
    return fields;
  }
}
