/** Reconciliation: both sides compared over a window of time, and what differs put right. */
@NullMarked
package com.wechaterp.hub.reconcile;

import org.jspecify.annotations.NullMarked;
