/**
 * What went wrong, where, why it matters and what to do, in Chinese and English, under a code that
 * {@code explain} knows.
 */
@NullMarked
package com.wechaterp.hub.problem;

import org.jspecify.annotations.NullMarked;
