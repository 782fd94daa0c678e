package com.wechaterp.hub.image;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of pictures, {@code hub.image.*}.
 *
 * @param innerServers the picture servers of the own network that the hub may fetch from: names,
 *     addresses, or ranges such as {@code 10.1.0.0/16}; default none
 * @param limit how long the pictures of one product, after-sale, ... may take in all before it
 *     pauses and goes on later; default 2 min
 */
@ConfigurationProperties("hub.image")
record ImageProperties(
    @DefaultValue List<String> innerServers, @DefaultValue("2m") Duration limit) {}
