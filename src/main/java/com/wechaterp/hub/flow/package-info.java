/** The steps that the pushing routes of all flows share. */
@NullMarked
package com.wechaterp.hub.flow;

import org.jspecify.annotations.NullMarked;
