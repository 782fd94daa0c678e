/** The hub without an account: it rehearses against its own sandbox and demo ERP. */
@NullMarked
package com.wechaterp.hub.rehearsal;

import org.jspecify.annotations.NullMarked;
