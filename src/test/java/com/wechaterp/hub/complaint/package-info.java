/** Tests of disputes. */
@NullMarked
package com.wechaterp.hub.complaint;

import org.jspecify.annotations.NullMarked;
