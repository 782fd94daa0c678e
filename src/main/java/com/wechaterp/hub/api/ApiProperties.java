package com.wechaterp.hub.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hub.api.*}.
 *
 * @param callsPerKey how many calls of WeChat one API key may make in a minute; default 300, 0 for
 *     no limit
 * @param callsPerAccount how many calls all keys together may make for one account in a minute;
 *     default 600, 0 for no limit
 */
@ConfigurationProperties("hub.api")
public record ApiProperties(
    @DefaultValue("300") int callsPerKey, @DefaultValue("600") int callsPerAccount) {}
