package com.wechaterp.hub.work;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the work list, {@code hub.work.*}.
 *
 * @param poll how often a node looks for keys that another node marked; default 1 s
 * @param heartbeat how often a node says that it still works on its keys; default 10 s
 * @param missedHeartbeats after how many missed heartbeats its keys are taken over; at least 4
 * @param stopWait how long a stopping route waits for the keys in work; default 30 s
 * @param hangAfter how long a worker may have one key before it counts as hanging; default 10 min
 */
@ConfigurationProperties("hub.work")
public record WorkProperties(
    @DefaultValue("1s") Duration poll,
    @DefaultValue("10s") Duration heartbeat,
    @DefaultValue("4") int missedHeartbeats,
    @DefaultValue("30s") Duration stopWait,
    @DefaultValue("10m") Duration hangAfter) {}
