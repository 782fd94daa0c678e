/** Tests of {@code com.wechaterp.hub.reconcile}. */
@NullMarked
package com.wechaterp.hub.reconcile;

import org.jspecify.annotations.NullMarked;
