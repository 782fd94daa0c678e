/** What the hub says of itself to whoever supervises it: ready for work, and worth a restart. */
@NullMarked
package com.wechaterp.hub.health;

import org.jspecify.annotations.NullMarked;
