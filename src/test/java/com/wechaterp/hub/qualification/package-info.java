/** Tests of qualifications. */
@NullMarked
package com.wechaterp.hub.qualification;

import org.jspecify.annotations.NullMarked;
