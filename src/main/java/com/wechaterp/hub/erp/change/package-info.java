/** Finding what changed in an ERP since the hub last looked. */
@NullMarked
package com.wechaterp.hub.erp.change;

import org.jspecify.annotations.NullMarked;
