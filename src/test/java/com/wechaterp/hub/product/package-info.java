/** Tests of the product. */
@NullMarked
package com.wechaterp.hub.product;

import org.jspecify.annotations.NullMarked;
