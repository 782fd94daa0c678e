package com.wechaterp.hub.erp.component;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.erp.pack.PortKind;
import com.wechaterp.hub.erp.pack.PortType;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.WorkHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads, writes or looks for changes, as the endpoint says. */
class ErpProducer extends DefaultProducer {

  /** How many rows a writing port changed. */
  static final String ROWS_CHANGED = "ErpRowsChanged";

  /** How many keys were marked. */
  static final String KEYS_MARKED = "ErpKeysMarked";

  private static final Logger LOG = LoggerFactory.getLogger(ErpProducer.class);

  private final ErpEndpoint endpoint;
  private final Erp erp;
  private final PortType type;
  private final String action;
  private final AtomicBoolean told = new AtomicBoolean();

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
      tellOnce();
      exchange.getMessage().setHeader(ROWS_CHANGED, 0);
      exchange.getMessage().setHeader(KEYS_MARKED, 0);
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

  private void readOrWrite(Exchange exchange) {
    if (type.kind() == PortKind.READ) {
      String header = exchange.getIn().getHeader(WorkHeaders.KEY, String.class);
      String key = header == null ? String.valueOf(exchange.getIn().getBody()) : header;
      exchange.getMessage().setBody(erp.read(type.name(), key).orElse(null));
      return;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    type.columns().keySet().forEach(column -> values.put(column, null));
    Map<?, ?> body = exchange.getIn().getBody(Map.class);
    if (body != null) {
      body.forEach((name, value) -> values.put(String.valueOf(name), value));
    }
    exchange.getMessage().setHeader(ROWS_CHANGED, erp.write(type.name(), values));
  }

  private static void marked(Exchange exchange, int keys) {
    exchange.getMessage().setHeader(KEYS_MARKED, keys);
  }

  private void tellOnce() {
    if (told.compareAndSet(false, true)) {
      Problem off = Problem.of("erp-port-missing", "pack", "hub.erp.pack", "port", type.name());
      LOG.info(off.sentence(Language.EN));
    }
  }
}
