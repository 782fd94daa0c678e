/** The Camel component {@code wechat:}: one operation of the platform as an endpoint. */
@NullMarked
package com.wechaterp.hub.wechat.component;

import org.jspecify.annotations.NullMarked;
