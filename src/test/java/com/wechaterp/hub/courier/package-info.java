/** Tests of couriers. */
@NullMarked
package com.wechaterp.hub.courier;

import org.jspecify.annotations.NullMarked;
