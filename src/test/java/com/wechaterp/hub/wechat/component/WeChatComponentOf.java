package com.wechaterp.hub.wechat.component;

import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import org.apache.camel.Component;

/** The real component before a WeChat of a test. */
public final class WeChatComponentOf {

  private static final WeChatContract CONTRACT = WeChatContract.load();

  private WeChatComponentOf() {}

  public static Component calling(WeChat wechat) {
    return new WeChatComponent(wechat, CONTRACT, "main");
  }
}
