/** Tests of the steps that flows share. */
@NullMarked
package com.wechaterp.hub.flow;

import org.jspecify.annotations.NullMarked;
