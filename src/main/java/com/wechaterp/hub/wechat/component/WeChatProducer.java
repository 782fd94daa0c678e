package com.wechaterp.hub.wechat.component;

import com.wechaterp.hub.wechat.WeChat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Calls the operation with the message's body and puts the answer in its place. */
class WeChatProducer extends DefaultProducer {

  private final WeChatEndpoint endpoint;
  private final WeChat weChat;

  WeChatProducer(WeChatEndpoint endpoint, WeChat weChat) {
    super(endpoint);
    this.endpoint = endpoint;
    this.weChat = weChat;
  }

  @Override
  public void process(Exchange exchange) {
    Map<String, Object> body = new LinkedHashMap<>();
    Map<?, ?> given = exchange.getIn().getBody(Map.class);
    if (given != null) {
      given.forEach((name, value) -> body.put(String.valueOf(name), value));
    }
    exchange
        .getMessage()
        .setBody(weChat.call(endpoint.account(exchange), endpoint.operation(), body));
  }
}
