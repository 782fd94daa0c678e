/** What happened to one key, in order, for people. */
@NullMarked
package com.wechaterp.hub.timeline;

import org.jspecify.annotations.NullMarked;
