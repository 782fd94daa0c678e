/** Tests of the onboarding. */
@NullMarked
package com.wechaterp.hub.onboarding;

import org.jspecify.annotations.NullMarked;
