/**
 * The fault matrix and the soak: a whole hub between an ERP and WeChat, with one thing going wrong
 * in the middle, and both ends compared by business id afterwards.
 */
@NullMarked
package com.wechaterp.hub.faults;

import org.jspecify.annotations.NullMarked;
