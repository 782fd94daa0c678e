/** Tests of pictures. */
@NullMarked
package com.wechaterp.hub.image;

import org.jspecify.annotations.NullMarked;
