/**
 * Shipments: what the merchant shipped of an order, what WeChat knows of it, and the difference.
 */
@NullMarked
package com.wechaterp.hub.shipment;

import org.jspecify.annotations.NullMarked;
