/** Loads, checks, swaps and rolls back the admin's route files. */
@NullMarked
package com.wechaterp.hub.route;

import org.jspecify.annotations.NullMarked;
