@NullMarked
package com.wechaterp.hub.cli;

import org.jspecify.annotations.NullMarked;
