/** Tests of orders. */
@NullMarked
package com.wechaterp.hub.order;

import org.jspecify.annotations.NullMarked;
