/** What people and scripts may ask on the command line, with and without a running hub. */
@NullMarked
package com.wechaterp.hub.cli;

import org.jspecify.annotations.NullMarked;
