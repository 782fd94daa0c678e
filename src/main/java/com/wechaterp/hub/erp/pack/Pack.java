package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.erp.ErpException;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One SQL pack.
 *
 * @param name its folder's name
 * @param zone the time zone of the ERP's times
 * @param ports its ports by name
 * @param values its value maps by name
 * @param constants columns that have the same value in every row, by alias
 * @param settings what other parts of the hub read from the pack, such as {@code images}
 */
public record Pack(
    String name,
    ZoneId zone,
    Map<String, Port> ports,
    Map<String, Map<String, String>> values,
    Map<String, String> constants,
    Map<String, String> settings) {

  /** The entry of a value map for every value that has none of its own. */
  static final String OTHERWISE = "*";

  /** Returns a port, empty if the pack leaves it out. */
  public Optional<Port> port(String port) {
    return Optional.ofNullable(ports.get(port));
  }

  /** Returns what the pack leaves out: one {@code erp-port-missing} for each port. */
  public List<Problem> missing() {
    return PortType.all().stream()
        .filter(type -> !ports.containsKey(type.name()))
        .map(this::missing)
        .toList();
  }

  /** Returns that the pack leaves out a port. */
  public Problem missing(PortType type) {
    return Problem.of(
        "erp-port-missing",
        "pack",
        name,
        "port",
        type.name(),
        "titleEn",
        type.titles().getOrDefault(Language.EN, ""),
        "titleZh",
        type.titles().getOrDefault(Language.ZH, ""));
  }

  /**
   * Returns a port.
   *
   * @throws ErpException {@code erp-port-missing} if the pack leaves it out
   */
  public Port require(String port) {
    return port(port)
        .orElseThrow(
            () -> new ErpException(missing(PortType.require(port)), ErpException.Kind.PACK, null));
  }
}
