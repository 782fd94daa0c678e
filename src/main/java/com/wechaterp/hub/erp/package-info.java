/** The ERP end: SQL packs over the merchant's own tables, and the {@code erp:} component. */
@NullMarked
package com.wechaterp.hub.erp;

import org.jspecify.annotations.NullMarked;
