/** Tests of ledger and withdrawals. */
@NullMarked
package com.wechaterp.hub.funds;

import org.jspecify.annotations.NullMarked;
