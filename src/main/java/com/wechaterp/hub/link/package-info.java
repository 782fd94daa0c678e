/** Which ERP thing is which WeChat thing, what was last sent of it, and the state last seen. */
@NullMarked
package com.wechaterp.hub.link;

import org.jspecify.annotations.NullMarked;
