package com.wechaterp.hub.qualification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hub.qualification.*}.
 *
 * @param warnDays how many days before a certificate expires the hub begins to warn; default 30
 */
@ConfigurationProperties("hub.qualification")
public record QualificationSettings(@DefaultValue("30") int warnDays) {}
