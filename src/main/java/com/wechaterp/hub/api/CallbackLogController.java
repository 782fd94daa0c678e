package com.wechaterp.hub.api;

import com.wechaterp.hub.callback.CallbackLog;
import com.wechaterp.hub.callback.CallbackReport;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Says what came to the callback addresses of this node, and what was refused and why. */
@RestController
class CallbackLogController {

  private final CallbackLog callbacks;

  CallbackLogController(CallbackLog callbacks) {
    this.callbacks = callbacks;
  }

  @GetMapping("/api/v1/callbacks")
  Map<String, Object> callbacks(
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String acceptLanguage) {
    Language language = Language.of(acceptLanguage);
    CallbackReport report = callbacks.report();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("since", report.since());
    shown.put("received", report.received());
    shown.put("repeated", report.repeated());
    shown.put("verified", report.verified());
    shown.put("failed", report.failed());
    shown.put("refused", report.refused());
    shown.put("latest", report.latest().stream().map(one -> shown(one, language)).toList());
    return shown;
  }

  private static Map<String, Object> shown(CallbackReport.Message message, Language language) {
    Problem reason = message.reason();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("at", message.at());
    shown.put("status", message.status());
    shown.put("code", reason.code());
    shown.putAll(reason.facts());
    shown.put("reason", reason.sentence(language));
    return shown;
  }
}
