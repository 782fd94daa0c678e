/** Payments made through mini-program payment management [小程序支付管理], outside the order model. */
@NullMarked
package com.wechaterp.hub.pay;

import org.jspecify.annotations.NullMarked;
