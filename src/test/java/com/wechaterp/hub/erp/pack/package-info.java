/** Tests of SQL packs. */
@NullMarked
package com.wechaterp.hub.erp.pack;

import org.jspecify.annotations.NullMarked;
