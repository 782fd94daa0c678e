package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.clock.ClockComparison;
import com.wechaterp.hub.clock.NodeClock;
import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.PackFolder;
import com.wechaterp.hub.inbox.EventLog;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.quota.Quotas;
import com.wechaterp.hub.reconcile.Reports;
import com.wechaterp.hub.route.RouteFile;
import com.wechaterp.hub.route.RouteFolder;
import com.wechaterp.hub.route.RouteTroubles;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.RunningFlows;
import com.wechaterp.hub.work.WorkCount;
import com.wechaterp.hub.work.WorkList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Says at {@code /api/v1/status} where every flow stands. */
@RestController
class StatusController {

  private static final int MOST_HOLDS = 500;

  private final WorkList work;
  private final RunningFlows running;
  private final ObjectProvider<Quotas> quotas;
  private final RouteFolder routes;
  private final RouteTroubles failing;
  private final WeChatAccounts accounts;
  private final EventLog events;
  private final Reports reconciles;
  private final PackFolder pack;
  private final ErpDatabase erp;
  private final NodeClock clock;
  private final boolean rehearsal;
  private final boolean dryRun;

  StatusController(
      WorkList work,
      RunningFlows running,
      ObjectProvider<Quotas> quotas,
      RouteFolder routes,
      RouteTroubles failing,
      WeChatAccounts accounts,
      EventLog events,
      Reports reconciles,
      PackFolder pack,
      ErpDatabase erp,
      NodeClock clock,
      @Value("${hub.rehearsal.active:false}") boolean rehearsal,
      HubProperties hub) {
    this.work = work;
    this.running = running;
    this.quotas = quotas;
    this.routes = routes;
    this.failing = failing;
    this.accounts = accounts;
    this.events = events;
    this.reconciles = reconciles;
    this.pack = pack;
    this.erp = erp;
    this.clock = clock;
    this.rehearsal = rehearsal;
    this.dryRun = hub.dryRun();
  }

  @GetMapping("/api/v1/status")
  Map<String, Object> status(
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String acceptLanguage) {
    Language language = Language.of(acceptLanguage);
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("flows", flows(language));
    status.put("quotas", quotas.stream().flatMap(all -> all.states().stream()).toList());
    status.put(
        "holds",
        work.holds(MOST_HOLDS).stream().map(h -> HoldController.fields(h, language)).toList());
    status.put("routes", routes.files().stream().map(file -> route(file, language)).toList());
    status.put("pack", PackStatus.of(pack, erp, language));
    status.put("clock", clock.comparisons().stream().map(one -> clock(one, language)).toList());
    status.put("accounts", accounts.names().stream().sorted().map(this::account).toList());
    status.put("reconciles", reconciles.last().stream().map(r -> r.summary(language)).toList());
    status.put("rehearsal", rehearsal);
    status.put("dryRun", dryRun);
    status.put("versions", Versions.all());
    return status;
  }

  private static Map<String, Object> clock(ClockComparison one, Language language) {
    return Map.of(
        "source", one.source(),
        "aheadSeconds", one.ahead().toSeconds(),
        "comparedAt", one.at().toString(),
        "problem", one.isOff() ? NodeClock.problem(one).sentence(language) : "");
  }

  private Map<String, String> account(String name) {
    WeChatAccount account = accounts.require(name);
    return Map.of("name", name, "appId", account.appId(), "baseUrl", account.baseUrl());
  }

  private Map<String, Object> flows(Language language) {
    Map<String, Object> flows = new LinkedHashMap<>();
    Flows.ALL.forEach(flow -> flows.put(flow, count(WorkCount.of(flow, 0, 0), language)));
    work.counts().forEach(count -> flows.put(count.flow(), count(count, language)));
    // Events are done once their key is marked; those of flows without a route are kept here.
    long kept = events.kept();
    flows.put(
        "callbacks", count(WorkCount.of("callbacks", events.received() - kept, kept), language));
    return flows;
  }

  private Map<String, Object> count(WorkCount count, Language language) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("done", count.done());
    fields.put("waiting", count.waiting());
    fields.put("held", count.held());
    fields.put("dead", count.dead());
    fields.put("oldestAgeSeconds", count.oldestAgeSeconds());
    fields.put("paused", rests(count, language));
    return fields;
  }

  /** Returns why the keys of a flow rest, empty if nothing keeps them. */
  private String rests(WorkCount count, Language language) {
    if (dryRun) {
      return Problem.of("hub-dry-run").sentence(language);
    }
    Set<String> flows = running.names();
    if (count.waiting() == 0 || flows.contains(count.flow())) {
      return count.pausedSentence(language);
    }
    return Problem.of(
            "route-none-for-flow",
            "flow",
            count.flow(),
            "count",
            count.waiting(),
            "nearest",
            String.join(", ", Nearest.of(count.flow(), flows)))
        .sentence(language);
  }

  private Map<String, Object> route(RouteFile file, Language language) {
    List<String> problems =
        Stream.of(
                file.stays().stream(),
                file.problems().stream(),
                file.warnings().stream(),
                failing.of(file.file()).stream())
            .flatMap(each -> each)
            .map(problem -> problem.sentence(language))
            .toList();
    return Map.of("file", file.file(), "running", file.running(), "problems", problems);
  }
}
