package com.wechaterp.hub.funds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hub.funds.*}.
 *
 * @param days how many days back the ledger is read each morning; default 3
 * @param withdrawLimit the most that may be sent to the bank in one day of China Standard Time,
 *     fen; default 0: withdrawals are off
 * @param secondPerson whether a withdrawal or a new bank account needs a second API key; default
 *     true
 */
@ConfigurationProperties("hub.funds")
public record FundsSettings(
    @DefaultValue("3") int days,
    @DefaultValue("0") long withdrawLimit,
    @DefaultValue("true") boolean secondPerson) {}
