/** Orders: what the merchant wants of one, what WeChat has of it, and the difference. */
@NullMarked
package com.wechaterp.hub.order;

import org.jspecify.annotations.NullMarked;
