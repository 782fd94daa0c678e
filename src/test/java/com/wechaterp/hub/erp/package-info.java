/** Tests of the ERP end. */
@NullMarked
package com.wechaterp.hub.erp;

import org.jspecify.annotations.NullMarked;
