/** The hub between a merchant's ERP and WeChat commerce: the program itself and its settings. */
@NullMarked
package com.wechaterp.hub;

import org.jspecify.annotations.NullMarked;
