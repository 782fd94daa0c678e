package com.wechaterp.hub.shippinginfo;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hub.shipping-info.*}.
 *
 * @param msgJumpPath the mini-program page that WeChat's messages about shipments open, by account;
 *     default WeChat's own
 * @param orderDetailPath the mini-program page that the order centre opens, by account, with {@code
 *     {out_trade_no}} where the order's number goes; default none
 * @param dueAfter how long after its payment an unshipped order is shown; default 24h
 */
@ConfigurationProperties("hub.shipping-info")
public record ShippingInfoSettings(
    @DefaultValue Map<String, String> msgJumpPath,
    @DefaultValue Map<String, String> orderDetailPath,
    @DefaultValue("24h") Duration dueAfter) {}
