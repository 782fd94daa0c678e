package com.wechaterp.hub.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hub.order.*}.
 *
 * @param expiry how long an order can be paid when the ERP names no time; 15 minutes to 1 day,
 *     default 30 minutes
 * @param lookAgain after how long WeChat is asked again about an unpaid order no event came for;
 *     default 2 minutes
 * @param patience how long the mini-program's backend waits for an answer before it is told to ask
 *     later; default 4 seconds
 */
@ConfigurationProperties("hub.order")
public record OrderSettings(
    @DefaultValue("30m") Duration expiry,
    @DefaultValue("2m") Duration lookAgain,
    @DefaultValue("4s") Duration patience) {}
