/** Documents of the ERP: their columns read with types, and what is wrong said all at once. */
@NullMarked
package com.wechaterp.hub.document;

import org.jspecify.annotations.NullMarked;
