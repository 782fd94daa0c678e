/** Tests of the shipping-info management. */
@NullMarked
package com.wechaterp.hub.shippinginfo;

import org.jspecify.annotations.NullMarked;
