package com.wechaterp.hub.erp.component;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.erp.pack.PortType;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** One port of the pack. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "erp",
    title = "ERP",
    syntax = "erp:port",
    producerOnly = true)
class ErpEndpoint extends DefaultEndpoint {

  private final Erp erp;
  private final PortType type;
  private final String action;
  private final String defaultAccount;

  @UriPath(description = "The port, or port/changes, or port/all")
  private final String port;

  @UriParam(description = "The flow whose keys are marked; default the port's name")
  private String flow;

  @UriParam(description = "The WeChat account the keys are for; default hub.account")
  private @Nullable String account;

  @UriParam(
      description = "Whether a pack without the port reads as no row, rather than holding the key")
  private boolean optional;

  ErpEndpoint(
      String uri,
      ErpComponent component,
      Erp erp,
      PortType type,
      String action,
      String defaultAccount) {
    super(uri, component);
    this.erp = erp;
    this.type = type;
    this.action = action;
    this.port = type.name();
    this.flow = type.name();
    this.defaultAccount = defaultAccount;
  }

  @Override
  public Producer createProducer() {
    return new ErpProducer(this, erp, type, action);
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException(
        "erp:" + port + " can only be called; let a timer call erp:" + port + "/changes");
  }

  String accountOrDefault() {
    String named = account;
    return named == null ? defaultAccount : named;
  }

  /** Returns the flow whose keys are marked. */
  public String getFlow() {
    return flow;
  }

  /** Sets the flow whose keys are marked. */
  public void setFlow(String flow) {
    this.flow = flow;
  }

  /** Returns the account the keys are for, or null. */
  public @Nullable String getAccount() {
    return account;
  }

  /** Sets the account the keys are for. */
  public void setAccount(String account) {
    this.account = account;
  }

  /** Returns whether a pack without the port reads as no row. */
  public boolean isOptional() {
    return optional;
  }

  /** Sets whether a pack without the port reads as no row. */
  public void setOptional(boolean optional) {
    this.optional = optional;
  }
}
