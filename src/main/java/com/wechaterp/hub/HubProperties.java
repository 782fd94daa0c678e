package com.wechaterp.hub;

import com.wechaterp.hub.api.ApiKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the hub as a whole, {@code hub.*}.
 *
 * @param home where {@code routes/} and {@code config/} are; default the working directory
 * @param dataDir where the hub keeps its own files; default {@code ./data}
 * @param language {@code zh} or {@code en}: the language of logs and errors
 * @param account the account the ERP's keys are for when a route names none
 * @param dryRun whether the hub only looks: changes are found and kept, plans are told, but nothing
 *     is sent to WeChat or written to the ERP; default false
 * @param apiKeys the keys that open {@code /api/v1}, by name
 */
@ConfigurationProperties("hub")
public record HubProperties(
    @DefaultValue(".") String home,
    @DefaultValue("./data") String dataDir,
    @DefaultValue("zh") String language,
    @DefaultValue("main") String account,
    @DefaultValue("false") boolean dryRun,
    @DefaultValue ApiKeys apiKeys) {}
