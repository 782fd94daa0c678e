package com.wechaterp.hub.sandbox;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;

/** An independent WeChat client that is only given the base URL of a sandbox. */
final class WxJavaClient {

  private WxJavaClient() {}

  /** Returns a client with the account's true secret. */
  static WxMaService of(SandboxServer server) {
    return of(server, SandboxServer.SECRET, true);
  }

  static WxMaService of(SandboxServer server, String secret, boolean stable) {
    WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl();
    config.setAppid(SandboxServer.APP_ID);
    config.setSecret(secret);
    config.setApiHostUrl(server.url());
    config.useStableAccessToken(stable);
    WxMaServiceImpl service = new WxMaServiceImpl();
    service.setWxMaConfig(config);
    return service;
  }
}
