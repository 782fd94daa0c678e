package com.wechaterp.hub.erp.pack;

/**
 * One canonical column of a port.
 *
 * @param name the alias, dotted for nesting
 * @param type what it holds
 * @param required whether it must be there and not NULL
 */
public record PortColumn(String name, ColumnType type, boolean required) {}
