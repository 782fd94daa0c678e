/** Tests of the links. */
@NullMarked
package com.wechaterp.hub.link;

import org.jspecify.annotations.NullMarked;
