/**
 * WeChat's message push: signature, cipher, message, and the address it is sent to.
 *
 * <p>An account with an {@code encoding-aes-key} takes messages in safe and in compatible mode;
 * what stands in clear beside the encrypted part is not used, but must say the same.
 */
@NullMarked
package com.wechaterp.hub.callback;

import org.jspecify.annotations.NullMarked;
