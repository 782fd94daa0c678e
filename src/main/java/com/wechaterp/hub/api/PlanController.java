package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.product.ProductDryRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Tells what would be done, one JSON line after the other, and sends nothing to WeChat. */
@RestController
class PlanController {

  private final ProductDryRun dryRun;
  private final JsonMapper json;
  private final String account;

  PlanController(ProductDryRun dryRun, JsonMapper json, HubProperties hub) {
    this.dryRun = dryRun;
    this.json = json;
    this.account = hub.account();
  }

  /** Plans the whole catalogue: lines of progress, of products that would wait, then the result. */
  @GetMapping("/api/v1/plan/products")
  ResponseEntity<StreamingResponseBody> products(
      @RequestParam(name = "account", required = false) @Nullable String of, Locale locale) {
    Language language = Language.of(locale.toLanguageTag());
    String named = of == null ? account : of;
    StreamingResponseBody body =
        out -> {
          JsonLines lines = new JsonLines(out, json);
          try {
            plan(lines, named, language);
          } catch (ProblemException e) {
            lines.line(ApiProblems.body(e.problem(), language));
          }
        };
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(body);
  }

  /** The answer has begun when the ERP fails, so that failure is a line of its own. */
  private void plan(JsonLines lines, String named, Language language) {
    ProductDryRun.Result result =
        dryRun.run(
            named,
            count -> lines.line(Map.of("progress", count)),
            held -> {
              Problem reason = held.reason();
              String sentence = reason.sentence(language);
              lines.line(Map.of("held", held.key(), "code", reason.code(), "reason", sentence));
            });
    lines.line(Map.of("result", shown(result), "notes", notes(result, named, language)));
  }

  private static List<String> notes(
      ProductDryRun.Result result, String account, Language language) {
    return result.unread().stream()
        .map(each -> Problem.of("category-unread", "account", account, "operation", each))
        .map(note -> note.sentence(language))
        .toList();
  }

  private static Map<String, Object> shown(ProductDryRun.Result result) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("products", result.products());
    shown.put("gone", result.gone());
    shown.put("calls", result.calls());
    shown.put("unchanged", result.unchanged());
    shown.put("offSale", result.offSale());
    shown.put("held", result.held());
    shown.put(
        "auditedUntil", result.auditedUntil() == null ? "" : result.auditedUntil().toString());
    return shown;
  }
}
