/** Tests of what the hub says of itself. */
@NullMarked
package com.wechaterp.hub.health;

import org.jspecify.annotations.NullMarked;
