/**
 * The WeChat end: the platform's contract, accounts and tokens, and the {@code wechat:} component.
 */
@NullMarked
package com.wechaterp.hub.wechat;

import org.jspecify.annotations.NullMarked;
