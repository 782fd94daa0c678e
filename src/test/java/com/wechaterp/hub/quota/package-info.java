/** Tests of the allowances. */
@NullMarked
package com.wechaterp.hub.quota;

import org.jspecify.annotations.NullMarked;
