package com.wechaterp.hub.wechat;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One WeChat account, {@code hub.wechat.accounts.<name>.*}.
 *
 * @param appId the AppID of the mini-program
 * @param appSecret its AppSecret
 * @param token the Token of the message push, 3 to 32 characters; empty if not configured
 * @param encodingAesKey the EncodingAESKey of the message push, 43 characters; empty in plain mode
 * @param baseUrl where the platform is; default WeChat itself
 * @param shipping where shipments are told; default to the component
 */
public record WeChatAccount(
    @DefaultValue("") String appId,
    @DefaultValue("") String appSecret,
    @DefaultValue("") String token,
    @DefaultValue("") String encodingAesKey,
    @DefaultValue("https://api.weixin.qq.com") String baseUrl,
    @DefaultValue("component") Shipping shipping) {

  /** Names the account without its secrets. */
  @Override
  public String toString() {
    return "WeChatAccount[appId=" + appId + ", baseUrl=" + baseUrl + "]";
  }
}
