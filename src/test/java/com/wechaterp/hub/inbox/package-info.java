/** Tests of the package of the same name. */
@NullMarked
package com.wechaterp.hub.inbox;

import org.jspecify.annotations.NullMarked;
