package com.wechaterp.hub.rehearsal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the rehearsal, {@code hub.rehearsal.*}.
 *
 * @param active whether the hub rehearses; default yes as long as no account is configured
 * @param home where the built-in routes were unpacked to, set by the hub itself; empty if not
 * @param merchantEvery how often the demo merchant changes something in the demo ERP; default 5 s,
 *     0 for never
 */
@ConfigurationProperties("hub.rehearsal")
record RehearsalProperties(
    @DefaultValue("false") boolean active,
    @DefaultValue("") String home,
    @DefaultValue("5s") Duration merchantEvery) {}
