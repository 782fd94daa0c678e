/** Coupons and user coupons from the ERP to WeChat, and claims of buyers to the ERP. */
@NullMarked
package com.wechaterp.hub.coupon;

import org.jspecify.annotations.NullMarked;
