package com.wechaterp.hub.erp.component;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.erp.ErpException;
import com.wechaterp.hub.erp.pack.PortKind;
import com.wechaterp.hub.erp.pack.PortType;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.WorkHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/** Reads, writes or looks for changes, as the endpoint says. */
class ErpProducer extends DefaultProducer {

  /** How many rows a writing port changed. */
  static final String ROWS_CHANGED = "ErpRowsChanged";

  /** How many keys were marked. */
  static final String KEYS_MARKED = "ErpKeysMarked";

  private final ErpEndpoint endpoint;
  private final Erp erp;
  private final PortType type;
  private final String action;

  ErpProducer(ErpEndpoint endpoint, Erp erp, PortType type, String action) {
    super(endpoint);
    this.endpoint = endpoint;
    this.erp = erp;
    this.type = type;
    this.action = action;
  }

  @Override
  public void process(Exchange exchange) {
    if (!erp.has(type.name())) {
      exchange.getMessage().setHeader(ROWS_CHANGED, 0);
      exchange.getMessage().setHeader(KEYS_MARKED, 0);
      if (type.kind() == PortKind.READ && action.isEmpty()) {
        readNothing(exchange);
      }
      return;
    }
    switch (action) {
      case "changes" ->
          marked(
              exchange,
              erp.findChanges(type.name(), endpoint.getFlow(), endpoint.accountOrDefault()));
      case "all" ->
          marked(
              exchange, erp.markAll(type.name(), endpoint.getFlow(), endpoint.accountOrDefault()));
      default -> readOrWrite(exchange);
    }
  }

  /** A row that nobody asked for must not be taken for one that is gone. */
  private void readNothing(Exchange exchange) {
    if (!endpoint.isOptional()) {
      throw new ErpException(
          Problem.of("erp-port-not-read", "key", key(exchange), "port", type.name()),
          ErpException.Kind.BAD_ROW,
          null);
    }
    exchange.getMessage().setBody(null);
  }

  private static String key(Exchange exchange) {
    String header = exchange.getIn().getHeader(WorkHeaders.KEY, String.class);
    return header == null ? String.valueOf(exchange.getIn().getBody()) : header;
  }

  private void readOrWrite(Exchange exchange) {
    if (type.kind() == PortKind.READ) {
      exchange.getMessage().setBody(erp.read(type.name(), key(exchange)).orElse(null));
      return;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Map<?, ?> body = exchange.getIn().getBody(Map.class);
    if (body != null) {
      body.forEach((name, value) -> values.put(String.valueOf(name), value));
    }
    exchange.getMessage().setHeader(ROWS_CHANGED, erp.write(type.name(), values));
  }

  private static void marked(Exchange exchange, int keys) {
    exchange.getMessage().setHeader(KEYS_MARKED, keys);
  }
}
