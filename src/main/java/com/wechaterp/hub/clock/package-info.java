/** This node's clock, compared with the times that far sides write on their answers. */
@NullMarked
package com.wechaterp.hub.clock;

import org.jspecify.annotations.NullMarked;
