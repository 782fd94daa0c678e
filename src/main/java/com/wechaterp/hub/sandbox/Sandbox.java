package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.Violation;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers calls as WeChat does: token, contract, operation. */
class Sandbox {

  private final SandboxProperties properties;
  private final WeChatContract contract;
  private final AnswerCheck answers;
  private final SandboxStore store;
  private final SandboxClock clock;
  private final Tokens tokens;
  private final List<Gate> gates;
  private final AfterSaleTurns turns;
  private final Map<String, Shop> shops = new ConcurrentHashMap<>();
  private final Map<String, SandboxOperation> operations = new LinkedHashMap<>();

  Sandbox(
      SandboxProperties properties,
      WeChatContract contract,
      SandboxStore store,
      SandboxClock clock,
      Tokens tokens,
      AfterSaleTurns turns,
      List<OperationFamily> families,
      List<Gate> gates) {
    this.turns = turns;
    this.properties = properties;
    this.contract = contract;
    this.answers = new AnswerCheck(contract);
    this.store = store;
    this.clock = clock;
    this.tokens = tokens;
    this.gates = List.copyOf(gates);
    families.forEach(family -> operations.putAll(family.operations()));
  }

  Collection<Shop> shops() {
    properties.accounts().keySet().forEach(this::shop);
    return shops.values();
  }

  Shop shop(String appId) {
    return shops.computeIfAbsent(appId, id -> new Shop(id, settings(id), store, clock));
  }

  /**
   * Returns the shop a lever means.
   *
   * @param appId its AppID, or null for the only one, or the first
   * @throws IllegalArgumentException if there is none
   */
  Shop chosen(@Nullable String appId) {
    return shops().stream()
        .filter(shop -> appId == null || appId.isEmpty() || shop.appId().equals(appId))
        .min(Comparator.comparing(Shop::appId))
        .orElseThrow(() -> new IllegalArgumentException("The sandbox has no account " + appId));
  }

  /**
   * Returns the shop that has a document, for levers that name only the document.
   *
   * @throws IllegalArgumentException if none has it
   */
  Shop shopWith(String kind, String key) {
    return shops().stream()
        .filter(shop -> shop.get(kind, key) != null)
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("The sandbox has no " + kind + " " + key));
  }

  private SandboxProperties.Account settings(String appId) {
    SandboxProperties.Account account = properties.accounts().get(appId);
    if (account == null) {
      throw new SandboxError(40013, "invalid appid");
    }
    return account;
  }

  /** Answers one call; errors are thrown as {@link SandboxError}. */
  Map<String, Object> answer(
      String path, String method, @Nullable String token, @Nullable Map<String, Object> request) {
    Optional<Operation> known = contract.operation(path);
    if (known.isEmpty()) {
      throw new SandboxError(40066, "invalid url");
    }
    Operation operation = known.get();
    if (!operation.method().equals(method)) {
      throw operation.method().equals("POST")
          ? new SandboxError(43002, "require POST method")
          : new SandboxError(43001, "require GET method");
    }
    if (request == null) {
      throw new SandboxError(44002, "empty post data");
    }
    Map<String, Object> answer =
        operation.token() ? shopCall(operation, token, request) : tokenCall(path, request);
    answers.check(operation, answer);
    return answer;
  }

  private Map<String, Object> tokenCall(String path, Map<String, Object> request) {
    if (!Fields.text(request, "grant_type").equals("client_credential")) {
      throw new SandboxError(40002, "invalid grant_type");
    }
    String appId = Fields.text(request, "appid");
    if (appId.isEmpty()) {
      throw new SandboxError(41002, "appid missing");
    }
    if (Fields.text(request, "secret").isEmpty()) {
      throw new SandboxError(41004, "appsecret missing");
    }
    if (!settings(appId).secret().equals(Fields.text(request, "secret"))) {
      throw new SandboxError(40125, "invalid appsecret");
    }
    return path.endsWith("stable_token")
        ? tokens.stable(appId, Boolean.parseBoolean(Fields.text(request, "force_refresh")))
        : tokens.classic(appId);
  }

  private Map<String, Object> shopCall(
      Operation operation, @Nullable String token, Map<String, Object> request) {
    Shop shop = shop(tokens.appId(token));
    SandboxOperation played = operations.get(operation.id());
    if (played == null) {
      throw new SandboxError(
          48001, "api unauthorized: the sandbox does not play " + operation.id() + " yet");
    }
    return turns.inTurn(shop, operation, request, () -> play(shop, operation, played, request));
  }

  private Map<String, Object> play(
      Shop shop, Operation operation, SandboxOperation played, Map<String, Object> request) {
    Map<String, Object> answer =
        played.saysErrcode() ? Fields.of("errcode", 0, "errmsg", "ok") : Fields.of();
    synchronized (shop) {
      gates.forEach(gate -> gate.check(shop, operation.id()));
      check(operation, request);
      answer.putAll(played.answer(shop, KnownFields.of(operation, request)));
      AccessTask.provenBy(operation.id()).ifPresent(task -> AccessTasks.used(shop, task));
    }
    return answer;
  }

  private void check(Operation operation, Map<String, Object> request) {
    List<Violation> violations =
        contract.check(operation, request).stream()
            .filter(violation -> !violation.isUnknownField())
            .filter(violation -> !OrderRefusal.tolerates(operation, request, violation))
            .toList();
    if (violations.isEmpty()) {
      return;
    }
    Violation first = violations.get(0);
    if (operation.id().startsWith("shop/spu/") && first.field().equals("out_product_id")) {
      throw new SandboxError(1000001, "未上传商品out_product_id");
    }
    if (OrderRefusal.concerns(operation)) {
      throw OrderRefusal.of(first);
    }
    if (AfterSaleRefusal.concerns(operation)) {
      throw AfterSaleRefusal.of(first);
    }
    if (SecOrderRefusal.concerns(operation)) {
      throw SecOrderRefusal.of(operation, first);
    }
    throw new SandboxError(40097, "invalid args: " + first.field());
  }
}
