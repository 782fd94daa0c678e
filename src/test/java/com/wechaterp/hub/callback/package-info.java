/** Tests of the package of the same name. */
@NullMarked
package com.wechaterp.hub.callback;

import org.jspecify.annotations.NullMarked;
