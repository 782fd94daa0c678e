/**
 * The difference between what is wanted and what is known: calls to make, or a hold with its
 * reason.
 */
@NullMarked
package com.wechaterp.hub.plan;

import org.jspecify.annotations.NullMarked;
