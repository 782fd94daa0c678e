/**
 * When routes look for something to do: by Quartz, and once where several hubs share a database.
 */
@NullMarked
package com.wechaterp.hub.schedule;

import org.jspecify.annotations.NullMarked;
