/** The hub's own database: how its migrations run on H2 and on MySQL or MariaDB. */
@NullMarked
package com.wechaterp.hub.store;

import org.jspecify.annotations.NullMarked;
