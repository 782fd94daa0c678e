/** Tests of shipments. */
@NullMarked
package com.wechaterp.hub.shipment;

import org.jspecify.annotations.NullMarked;
