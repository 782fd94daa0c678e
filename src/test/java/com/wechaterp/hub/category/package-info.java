/** Tests of categories and brands. */
@NullMarked
package com.wechaterp.hub.category;

import org.jspecify.annotations.NullMarked;
