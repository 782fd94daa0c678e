@NullMarked
package com.wechaterp.hub.clock;

import org.jspecify.annotations.NullMarked;
