/** The Camel component {@code erp:}: one port of the pack as an endpoint. */
@NullMarked
package com.wechaterp.hub.erp.component;

import org.jspecify.annotations.NullMarked;
