/** Sharers and promoters of a merchant, read from WeChat into the ERP. */
@NullMarked
package com.wechaterp.hub.sharer;

import org.jspecify.annotations.NullMarked;
