package com.wechaterp.hub.product;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hub.product.*}.
 *
 * @param gone what to do with a product the ERP no longer has; default delist
 * @param titleLimit most characters of a title; default 60
 * @param titleMinimum fewest characters of a title; default 5
 * @param descriptionImageLimit most detail pictures; default 50
 */
@ConfigurationProperties("hub.product")
public record ProductSettings(
    @DefaultValue("delist") Gone gone,
    @DefaultValue("60") int titleLimit,
    @DefaultValue("5") int titleMinimum,
    @DefaultValue("50") int descriptionImageLimit) {}
