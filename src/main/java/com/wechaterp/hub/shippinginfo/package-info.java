/**
 * Shipping-info management [小程序发货信息管理]: shipments of payments that were made through WeChat Pay
 * outside the component, and what WeChat asks about them.
 */
@NullMarked
package com.wechaterp.hub.shippinginfo;

import org.jspecify.annotations.NullMarked;
