package com.wechaterp.hub.wechat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the WeChat end, {@code hub.wechat.*}.
 *
 * @param accounts the accounts by the name the hub gives them
 * @param connectTimeout how long to wait for a connection; default 5 s
 * @param responseTimeout how long WeChat may be silent; default 15 s
 * @param answerTimeout how long an answer may take in all, from the connection to its last byte;
 *     default 30 s
 * @param connections how many connections to WeChat are kept; default 20
 * @param unknownFields fields that WeChat knows and the contract does not yet, let through by
 *     operation: their paths, or {@code *} for all; default none
 */
@ConfigurationProperties("hub.wechat")
public record WeChatProperties(
    @DefaultValue Map<String, WeChatAccount> accounts,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("15s") Duration responseTimeout,
    @DefaultValue("30s") Duration answerTimeout,
    @DefaultValue("20") int connections,
    @DefaultValue Map<String, List<String>> unknownFields) {}
