/** Couriers as WeChat knows them, and the names under which ERPs write them. */
@NullMarked
package com.wechaterp.hub.courier;

import org.jspecify.annotations.NullMarked;
