/** Tests of what documents of the ERP are made of. */
@NullMarked
package com.wechaterp.hub.document;

import org.jspecify.annotations.NullMarked;
