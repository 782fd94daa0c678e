package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.reconcile.ReconcileTime;
import com.wechaterp.hub.reconcile.Reconciler;
import com.wechaterp.hub.reconcile.Repair;
import com.wechaterp.hub.reconcile.Report;
import com.wechaterp.hub.reconcile.Reports;
import com.wechaterp.hub.reconcile.Subject;
import com.wechaterp.hub.reconcile.Window;
import com.wechaterp.hub.wechat.WeChatAccounts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Compares both sides over a window, and repairs what the hub can; a report line by line. */
@RestController
class ReconcileController {

  private static final int MOST_REPORTS = 30;

  private final Reconciler reconciler;
  private final Reports reports;
  private final WeChatAccounts accounts;
  private final JsonMapper json;
  private final String account;

  ReconcileController(
      Reconciler reconciler,
      Reports reports,
      WeChatAccounts accounts,
      JsonMapper json,
      HubProperties hub) {
    this.reconciler = reconciler;
    this.reports = reports;
    this.accounts = accounts;
    this.json = json;
    this.account = hub.account();
  }

  /** Compares and changes nothing. */
  @GetMapping("/api/v1/reconcile/{subject}")
  ResponseEntity<StreamingResponseBody> compare(
      @PathVariable("subject") String subject,
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "to", required = false) @Nullable String to,
      Locale locale) {
    return run(subject, of, window(from, to), Repair.REPORT, locale);
  }

  /** Compares, puts to work what the hub can settle, and keeps the report. */
  @PostMapping("/api/v1/reconcile/{subject}")
  ResponseEntity<StreamingResponseBody> repair(
      @PathVariable("subject") String subject,
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "to", required = false) @Nullable String to,
      Locale locale) {
    return run(subject, of, window(from, to), Repair.QUEUE, locale);
  }

  /** Returns the latest reports that were kept of a subject, with their differences. */
  @GetMapping("/api/v1/reconcile/{subject}/reports")
  List<Map<String, Object>> reports(@PathVariable("subject") String subject, Locale locale) {
    Language language = Language.of(locale.toLanguageTag());
    return reports.of(Subject.of(subject), MOST_REPORTS).stream()
        .map(report -> report.fields(language))
        .toList();
  }

  private Window window(@Nullable String from, @Nullable String to) {
    return reconciler.window(time(from), time(to));
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : ReconcileTime.read(text);
    } catch (DateTimeException e) {
      throw new ApiRefusal(
          HttpStatus.BAD_REQUEST, Problem.of("reconcile-time", "found", text), Map.of(), e);
    }
  }

  private ResponseEntity<StreamingResponseBody> run(
      String name, @Nullable String of, Window window, Repair repair, Locale locale) {
    Subject subject = Subject.of(name);
    String named = accounts.named(of, account);
    Language language = Language.of(locale.toLanguageTag());
    StreamingResponseBody body =
        out -> {
          JsonLines lines = new JsonLines(out, json);
          try {
            Report report =
                reconciler.run(
                    named,
                    subject,
                    window,
                    repair,
                    compared -> lines.line(Map.of("progress", compared)),
                    found -> lines.line(Map.of("found", found.fields(language))));
            if (repair == Repair.QUEUE) {
              reports.save(report);
            }
            lines.line(Map.of("result", report.summary(language)));
          } catch (ProblemException e) {
            // The answer has begun, so the failure is a line of its own.
            lines.line(ApiProblems.body(e.problem(), language));
          }
        };
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(body);
  }
}
