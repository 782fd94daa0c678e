package com.wechaterp.hub.inbox;

/**
 * Answers one kind of event with a document instead of {@code success}; a bean for each kind.
 *
 * <p>WeChat waits five seconds and asks three times. So an answer is decided by what is at hand,
 * and asking again with the same {@code request_id} must cause nothing a second time: the first
 * answer is kept and given again, but two questions may arrive together.
 */
public interface EventReply {

  /** Returns the name of the event, such as {@code open_product_receive_coupon}. */
  String event();

  /** Decides the answer. */
  EventAnswer answer(InboundEvent event);
}
