/** The product: its canonical record, WeChat's rules for it, and the plan that brings it there. */
@NullMarked
package com.wechaterp.hub.product;

import org.jspecify.annotations.NullMarked;
