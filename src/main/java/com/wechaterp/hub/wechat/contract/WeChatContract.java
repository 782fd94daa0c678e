package com.wechaterp.hub.wechat.contract;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.ErrorCategory;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole contract of the platform in {@code wechat/} on the classpath; what is asked for is read
 * once.
 */
public final class WeChatContract {

  private final Part<Operation> operations =
      new Part<>(
          ContractReader::operationFiles,
          (group, id, node) -> ContractReader.operation(group, id, ContractReader.map(node)));
  private final Part<EnumTable> enums =
      new Part<>(
          () -> ContractReader.document("enums.yaml"), (file, name, node) -> table(name, node));
  private final Part<ErrorMeaning> errors =
      new Part<>(
          () -> ContractReader.document("errors.yaml"), (file, code, node) -> meaning(code, node));
  private final Part<EventType> events =
      new Part<>(
          () -> ContractReader.document("events.yaml"),
          (file, name, node) -> eventType(name, node));
  private final BodyCheck bodyCheck = new BodyCheck(this);

  private WeChatContract() {}

  private static final class Loaded {
    private static final WeChatContract CONTRACT = new WeChatContract();
  }

  /** Returns the contract, reading its files at the first call. */
  public static WeChatContract load() {
    return Loaded.CONTRACT;
  }

  /** Returns an operation by id, such as {@code shop/spu/add}. */
  public Optional<Operation> operation(String id) {
    return operations.find(id);
  }

  /**
   * Returns an operation by id.
   *
   * @throws ProblemException {@code wechat-unknown-operation}, naming the nearest ids
   */
  public Operation require(String id) {
    return operation(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        "wechat-unknown-operation",
                        "operation",
                        id,
                        "nearest",
                        String.join(", ", nearest(id)))));
  }

  /** Returns all operations, group by group. */
  public Collection<Operation> operations() {
    return operations.all();
  }

  /** Returns the ids most like the given one, nearest first, at most three. */
  public List<String> nearest(String id) {
    return Nearest.of(id, operations.keys());
  }

  /** Returns what an error code means; unknown positive codes are permanent. */
  public ErrorMeaning error(int errcode) {
    return errors
        .find(String.valueOf(errcode))
        .orElseGet(
            () ->
                new ErrorMeaning(
                    errcode,
                    "未收录的错误码",
                    "a code the documentation does not list",
                    errcode < 0 ? ErrorCategory.RETRY : ErrorCategory.PERMANENT,
                    "unknown",
                    ""));
  }

  /** Returns all error codes the contract knows. */
  public Collection<ErrorMeaning> errors() {
    return errors.all();
  }

  /** Returns a code table by name, such as {@code spu.status}. */
  public Optional<EnumTable> enumTable(String name) {
    return enums.find(name);
  }

  /** Returns all code tables. */
  public Collection<EnumTable> enumTables() {
    return enums.all();
  }

  /** Returns an event by the value of its {@code Event} field. */
  public Optional<EventType> event(String name) {
    return events.find(name);
  }

  /** Returns all events. */
  public Collection<EventType> events() {
    return events.all();
  }

  /** Returns every way in which a request body breaks the contract of an operation. */
  public List<Violation> check(Operation operation, Map<String, ?> body) {
    return bodyCheck.request(operation, body);
  }

  /** Returns every way in which a successful answer breaks the contract of an operation. */
  public List<Violation> checkAnswer(Operation operation, Map<String, ?> answer) {
    return bodyCheck.answer(operation, answer);
  }

  /** Returns every way in which a message that carries an event breaks the contract. */
  public List<Violation> checkEvent(String event, Map<String, ?> message) {
    return event(event)
        .map(known -> bodyCheck.event(known, message))
        .orElseGet(() -> List.of(new Violation("Event", "is no event of WeChat's", event)));
  }

  private static EnumTable table(String name, Object node) {
    Map<String, EnumTable.EnumValue> values = new LinkedHashMap<>();
    ContractReader.map(ContractReader.map(node).get("values"))
        .forEach(
            (code, value) -> {
              Map<String, Object> parts = ContractReader.map(value);
              values.put(
                  code,
                  new EnumTable.EnumValue(
                      code,
                      ContractReader.text(parts, "zh", ""),
                      ContractReader.text(parts, "en", "")));
            });
    return new EnumTable(
        name,
        ContractReader.text(ContractReader.map(node), "zh", ""),
        Boolean.TRUE.equals(ContractReader.map(node).get("open")),
        Collections.unmodifiableMap(values));
  }

  private static ErrorMeaning meaning(String code, Object node) {
    Map<String, Object> parts = ContractReader.map(node);
    return new ErrorMeaning(
        Integer.parseInt(code),
        ContractReader.text(parts, "zh", ""),
        ContractReader.text(parts, "en", ""),
        ErrorCategory.valueOf(ContractReader.text(parts, "category", "PERMANENT")),
        ContractReader.text(parts, "kind", "unknown"),
        ContractReader.text(parts, "scope", ""));
  }

  private static EventType eventType(String name, Object node) {
    Map<String, Object> parts = ContractReader.map(node);
    return new EventType(
        name,
        ContractReader.text(parts, "zh", ""),
        ContractReader.text(parts, "en", ""),
        ContractReader.text(parts, "body", "."),
        ContractReader.text(parts, "when", ""),
        ContractReader.text(parts, "reply", "success"),
        ContractReader.fields(parts.get("fields")));
  }
}
