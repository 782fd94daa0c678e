/** Disputes [纠纷]: what WeChat asks of the merchant, and the evidence the merchant gives. */
@NullMarked
package com.wechaterp.hub.complaint;

import org.jspecify.annotations.NullMarked;
