package com.wechaterp.hub.timeline;

import java.time.Instant;

/**
 * One step.
 *
 * @param at when
 * @param step a short name, such as {@code sent}
 * @param text one sentence for people
 */
public record TimelineStep(Instant at, String step, String text) {}
