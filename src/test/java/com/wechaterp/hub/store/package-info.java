/** Tests of ledger and withdrawals. */
@NullMarked
package com.wechaterp.hub.store;

import org.jspecify.annotations.NullMarked;
