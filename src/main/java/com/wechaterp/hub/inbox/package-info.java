/** Events received: stored once, with the keys they concern marked in the same transaction. */
@NullMarked
package com.wechaterp.hub.inbox;

import org.jspecify.annotations.NullMarked;
