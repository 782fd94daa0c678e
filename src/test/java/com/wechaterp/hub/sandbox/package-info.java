/** Tests of the sandbox over real HTTP, by an independent client and against recorded answers. */
@NullMarked
package com.wechaterp.hub.sandbox;

import org.jspecify.annotations.NullMarked;
