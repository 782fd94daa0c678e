/** An embedded, stateful WeChat to rehearse against, with levers for people and tests. */
@NullMarked
package com.wechaterp.hub.sandbox;

import org.jspecify.annotations.NullMarked;
