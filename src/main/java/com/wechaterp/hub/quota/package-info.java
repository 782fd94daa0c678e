/** What WeChat still allows today, and when the rest will be done. */
@NullMarked
package com.wechaterp.hub.quota;

import org.jspecify.annotations.NullMarked;
