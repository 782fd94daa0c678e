/**
 * The three ways to find what changed in an ERP: by time, by id, and by snapshot and fingerprint.
 */
@NullMarked
package com.wechaterp.hub.erp.change;

import org.jspecify.annotations.NullMarked;
