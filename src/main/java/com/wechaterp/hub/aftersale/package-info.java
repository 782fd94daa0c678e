/** After-sales: what WeChat has of one, what the merchant decided or asked, and the difference. */
@NullMarked
package com.wechaterp.hub.aftersale;

import org.jspecify.annotations.NullMarked;
