/** Tests of after-sales. */
@NullMarked
package com.wechaterp.hub.aftersale;

import org.jspecify.annotations.NullMarked;
