/** Tests of the package of the same name. */
@NullMarked
package com.wechaterp.hub.rehearsal.demo;

import org.jspecify.annotations.NullMarked;
