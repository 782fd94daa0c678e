/** Payments: what WeChat says of them, into the ERP, exactly once in effect. */
@NullMarked
package com.wechaterp.hub.payment;

import org.jspecify.annotations.NullMarked;
