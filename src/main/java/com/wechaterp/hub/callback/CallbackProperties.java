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
 * @param publicUrl where WeChat reaches the hub, without the path; {@code doctor} asks there as
 *     WeChat does; default none
 */
@ConfigurationProperties("hub.callback")
record CallbackProperties(
    @DefaultValue("1h") Duration replayWindow,
    @DefaultValue("1MB") DataSize bodyLimit,
    @DefaultValue("") String publicUrl) {}
