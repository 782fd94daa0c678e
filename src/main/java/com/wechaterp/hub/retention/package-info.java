/** What the hub keeps, and for how long: old rows are deleted once nothing needs them. */
@NullMarked
package com.wechaterp.hub.retention;

import org.jspecify.annotations.NullMarked;
