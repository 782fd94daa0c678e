/** What scripts and people may ask of the running hub over HTTP. */
@NullMarked
package com.wechaterp.hub.api;

import org.jspecify.annotations.NullMarked;
