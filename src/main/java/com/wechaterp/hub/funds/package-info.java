/** Money at WeChat: the ledger by day, the balance, and withdrawals. */
@NullMarked
package com.wechaterp.hub.funds;

import org.jspecify.annotations.NullMarked;
