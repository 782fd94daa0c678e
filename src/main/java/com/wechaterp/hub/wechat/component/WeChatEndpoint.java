package com.wechaterp.hub.wechat.component;

import com.wechaterp.hub.wechat.WeChat;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** One operation of the platform. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "wechat",
    title = "WeChat",
    syntax = "wechat:operation",
    producerOnly = true)
class WeChatEndpoint extends DefaultEndpoint {

  /** The header that names the account when the endpoint does not. */
  static final String ACCOUNT_HEADER = "WorkAccount";

  @UriPath(description = "The path of the official document without the leading slash")
  private final String operation;

  @UriParam(description = "The account; default the one of the key in work, then hub.account")
  private @Nullable String account;

  private final WeChat weChat;
  private final String defaultAccount;

  WeChatEndpoint(
      String uri,
      WeChatComponent component,
      WeChat weChat,
      String operation,
      String defaultAccount) {
    super(uri, component);
    this.weChat = weChat;
    this.operation = operation;
    this.defaultAccount = defaultAccount;
  }

  @Override
  public Producer createProducer() {
    return new WeChatProducer(this, weChat);
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException(
        "wechat:" + operation + " can only be called; WeChat's events arrive at /callbacks");
  }

  String operation() {
    return operation;
  }

  String account(Exchange exchange) {
    if (account != null) {
      return account;
    }
    String ofTheKey = exchange.getIn().getHeader(ACCOUNT_HEADER, String.class);
    return ofTheKey == null ? defaultAccount : ofTheKey;
  }

  /** Sets the account as named in {@code hub.wechat.accounts}. */
  public void setAccount(String account) {
    this.account = account;
  }

  /** Returns the account the endpoint names, or null. */
  public @Nullable String getAccount() {
    return account;
  }
}
