package com.wechaterp.hub.callback;

import com.wechaterp.hub.inbox.EventAnswer;
import com.wechaterp.hub.inbox.EventReply;
import com.wechaterp.hub.inbox.InboundEvent;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells WeChat, when a buyer confirms receipt, until when an after-sale may be opened. */
class DeadlineReply implements EventReply {

  private final @Nullable Duration deadline;

  DeadlineReply(@Nullable Duration deadline) {
    this.deadline = deadline;
  }

  @Override
  public String event() {
    return "open_product_order_confirm";
  }

  /** The deadline counts from the second of the event, so that asking again gets the same. */
  @Override
  public EventAnswer answer(InboundEvent event) {
    if (deadline == null || !event.createTime().matches("\\d{1,12}")) {
      return EventAnswer.success();
    }
    long until = Long.parseLong(event.createTime()) + deadline.toSeconds();
    return new EventAnswer(Map.of("after_sale_deadline", until), EventAnswer.Form.JSON);
  }
}
