/** Pictures: uploaded to WeChat once for each content and account. */
@NullMarked
package com.wechaterp.hub.image;

import org.jspecify.annotations.NullMarked;
