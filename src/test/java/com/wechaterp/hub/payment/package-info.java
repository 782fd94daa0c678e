/** Tests of the payments that reach the ERP. */
@NullMarked
package com.wechaterp.hub.payment;

import org.jspecify.annotations.NullMarked;
