/** SQL packs: their files, their checks, and the way from rows to documents. */
@NullMarked
package com.wechaterp.hub.erp.pack;

import org.jspecify.annotations.NullMarked;
