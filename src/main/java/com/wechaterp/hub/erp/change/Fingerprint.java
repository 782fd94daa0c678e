package com.wechaterp.hub.erp.change;

/**
 * What a document looked like.
 *
 * @param key the document's key
 * @param hash the fold of all its rows, from {@link RowFold}
 */
public record Fingerprint(String key, long hash) {}
