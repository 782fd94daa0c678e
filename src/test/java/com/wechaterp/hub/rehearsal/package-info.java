@NullMarked
package com.wechaterp.hub.rehearsal;

import org.jspecify.annotations.NullMarked;
