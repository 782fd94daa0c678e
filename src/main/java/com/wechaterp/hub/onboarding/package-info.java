/** The way of a merchant onto the platform [接入]: every step, what it waits for, and its proof. */
@NullMarked
package com.wechaterp.hub.onboarding;

import org.jspecify.annotations.NullMarked;
