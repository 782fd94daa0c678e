package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.erp.ErpException;
import com.wechaterp.hub.problem.Problem;
import java.time.ZoneId;
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

  /** Returns a port, empty if the pack leaves it out. */
  public Optional<Port> port(String port) {
    return Optional.ofNullable(ports.get(port));
  }

  /**
   * Returns a port.
   *
   * @throws ErpException {@code erp-port-missing} if the pack leaves it out
   */
  public Port require(String port) {
    return port(port)
        .orElseThrow(
            () ->
                new ErpException(
                    Problem.of("erp-port-missing", "pack", name, "port", port),
                    ErpException.Kind.PACK,
                    null));
  }
}
