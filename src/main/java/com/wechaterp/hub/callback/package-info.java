/** WeChat's message push: signature, cipher, message, and the address it is sent to. */
@NullMarked
package com.wechaterp.hub.callback;

import org.jspecify.annotations.NullMarked;
