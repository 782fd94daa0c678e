/** WeChat's categories and brands: the whole tree, and what is open to an account. */
@NullMarked
package com.wechaterp.hub.category;

import org.jspecify.annotations.NullMarked;
