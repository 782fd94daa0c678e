package com.wechaterp.hub.wechat.component;

import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** Makes endpoints such as {@code wechat:shop/spu/add?account=main}. */
class WeChatComponent extends DefaultComponent {

  private final WeChat weChat;
  private final WeChatContract contract;
  private final String defaultAccount;

  WeChatComponent(WeChat weChat, WeChatContract contract, String defaultAccount) {
    this.weChat = weChat;
    this.contract = contract;
    this.defaultAccount = defaultAccount;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    // An unknown operation fails here, when the route is loaded, not when the first key arrives.
    WeChatEndpoint endpoint =
        new WeChatEndpoint(uri, this, weChat, contract.require(remaining).id(), defaultAccount);
    setProperties(endpoint, parameters);
    return endpoint;
  }
}
