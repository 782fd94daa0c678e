/**
 * Events received: stored once, with the keys they concern marked in the same transaction.
 *
 * <p>A key is the merchant's own id, such as an {@code out_order_id}. Where an event leaves that
 * empty, the key is {@code wx:} and WeChat's id; the flow finds the merchant's id by its links or
 * by reading the object, marks that key instead, and is done with this one. After-sales and
 * disputes are numbered by WeChat alone and have no prefix. A bean of {@link
 * com.wechaterp.hub.inbox.EventReply} answers an event with more than {@code success}.
 */
@NullMarked
package com.wechaterp.hub.inbox;

import org.jspecify.annotations.NullMarked;
