/**
 * What several tests need: a real MariaDB, free ports, the recorded material beside the project.
 */
@NullMarked
package com.wechaterp.hub.testing;

import org.jspecify.annotations.NullMarked;
