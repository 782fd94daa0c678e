package com.wechaterp.hub.inbox;

import java.util.List;

/**
 * Which flow looks at an event.
 *
 * @param flow the flow
 * @param keys the fields that may name the key, the first one filled wins
 */
record EventRoute(String flow, List<String> keys) {}
