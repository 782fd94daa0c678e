package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.pack.Port;
import com.wechaterp.hub.erp.pack.PortKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a port is asked about one key.
 *
 * @param port the port
 * @param key the key as people may see it
 * @param statements the SQL, with named parameters
 * @param values the parameters
 */
record Asked(
    Port port,
    String key,
    List<String> statements,
    Map<String, ? extends @Nullable Object> values) {

  String file() {
    return port.file();
  }

  /** Returns the code of what the ERP refuses for this key alone. */
  String refused() {
    return port.type().kind() == PortKind.WRITE ? "erp-write-refused" : "erp-read-refused";
  }
}
