/** The work list: which keys to look at, since when, and why they wait. */
@NullMarked
package com.wechaterp.hub.work;

import org.jspecify.annotations.NullMarked;
