/** Tests of the package of the same name. */
@NullMarked
package com.wechaterp.hub.timeline;

import org.jspecify.annotations.NullMarked;
