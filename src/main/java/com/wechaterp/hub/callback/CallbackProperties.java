package com.wechaterp.hub.callback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the callback address, {@code hub.callback.*}.
 *
 * @param replayWindow how old or how far ahead a timestamp may be; WeChat states no window and
 *     repeats within seconds, so the default of one hour only leaves room for clocks that differ
 * @param bodyLimit how large a message may be; default 1 MB
 */
@ConfigurationProperties("hub.callback")
record CallbackProperties(
    @DefaultValue("1h") Duration replayWindow, @DefaultValue("1MB") DataSize bodyLimit) {}
