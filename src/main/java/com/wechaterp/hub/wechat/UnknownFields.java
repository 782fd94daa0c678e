package com.wechaterp.hub.wechat;

import com.wechaterp.hub.document.ExtraPaths;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.Violation;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fields that WeChat knows and the contract does not yet, let through where the settings name them
 * ({@code hub.wechat.unknown-fields}).
 */
public class UnknownFields implements ExtraPaths {

  private static final String ALL = "*";

  private final WeChatContract contract;
  private final Map<String, List<String>> allowed;

  /**
   * Creates what the settings say.
   *
   * @param allowed paths of fields by operation, {@code *} for all
   * @throws ProblemException {@code wechat-unknown-operation} for an operation there is none
   */
  public UnknownFields(WeChatContract contract, Map<String, List<String>> allowed) {
    this.contract = contract;
    this.allowed = Map.copyOf(allowed);
    allowed.keySet().forEach(contract::require);
  }

  /**
   * Returns in which ways a body breaks the contract of an operation, without what is let through.
   */
  public List<Violation> check(Operation operation, Map<String, ?> body) {
    return contract.check(operation, body).stream()
        .filter(violation -> !isLetThrough(operation, violation))
        .toList();
  }

  /** Returns the fields of a body that are let through, such as {@code order_detail.gift_info}. */
  List<String> letThrough(Operation operation, Map<String, ?> body) {
    return contract.check(operation, body).stream()
        .filter(violation -> isLetThrough(operation, violation))
        .map(UnknownFields::path)
        .distinct()
        .toList();
  }

  @Override
  public Set<String> operations(String path) {
    return allowed.keySet().stream()
        .filter(operation -> isNamed(operation, path))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isLetThrough(Operation operation, Violation violation) {
    return violation.isUnknownField() && isNamed(operation.id(), path(violation));
  }

  private boolean isNamed(String operation, String path) {
    List<String> names = allowed.getOrDefault(operation, List.of());
    return names.contains(ALL) || names.contains(path);
  }

  /** Every element of a list is meant. */
  private static String path(Violation violation) {
    return violation.field().replaceAll("\\[\\d+]", "");
  }
}
