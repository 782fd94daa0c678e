package com.wechaterp.hub.erp;

import com.wechaterp.hub.problem.Problem;

/**
 * A row that breaks the contract of its port.
 *
 * @param port the port
 * @param key the row's key, empty if the key itself is missing
 * @param problem what is wrong, naming SQL file and column
 */
public record BadRow(String port, String key, Problem problem) {}
