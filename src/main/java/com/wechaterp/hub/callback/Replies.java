package com.wechaterp.hub.callback;

import com.wechaterp.hub.inbox.EventAnswer;
import com.wechaterp.hub.inbox.EventReply;
import com.wechaterp.hub.inbox.InboundEvent;
import com.wechaterp.hub.inbox.ReplyMemory;
import com.wechaterp.hub.store.HubThreads;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the answer to an event, in time and the same for the same request.
 *
 * <p>WeChat's patience ends before a slow decision does. Then it is not answered at all and asks
 * again: the decision goes on meanwhile, and the next question finds it.
 */
class Replies implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 3_000;
  private static final int DECIDERS = 8;

  private final Map<String, EventReply> replies;
  private final ReplyMemory memory;
  private final ExecutorService deciders = HubThreads.fixed("event-reply", DECIDERS);
  private final Map<String, CompletableFuture<EventAnswer>> running = new ConcurrentHashMap<>();

  Replies(List<EventReply> replies, ReplyMemory memory) {
    this.replies =
        replies.stream().collect(Collectors.toMap(EventReply::event, Function.identity()));
    this.memory = memory;
  }

  /**
   * Returns the answer.
   *
   * @throws IllegalStateException if there is none in time
   */
  EventAnswer to(InboundEvent event) {
    EventReply reply = replies.get(event.event());
    if (reply == null) {
      return EventAnswer.success();
    }
    String request = event.field("request_id");
    return request.isEmpty() ? reply.answer(event) : once(reply, event, request);
  }

  private EventAnswer once(EventReply reply, InboundEvent event, String request) {
    String key = event.account() + "/" + event.event() + "/" + request;
    CompletableFuture<EventAnswer> decision =
        running.computeIfAbsent(
            key,
            same -> CompletableFuture.supplyAsync(() -> decide(reply, event, request), deciders));
    decision.whenComplete((answer, failure) -> running.remove(key, decision));
    try {
      return decision.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The answer to " + event.event() + " was interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("There is no answer to " + event.event() + " yet", e);
    }
  }

  private EventAnswer decide(EventReply reply, InboundEvent event, String request) {
    return memory
        .find(event, request)
        .orElseGet(() -> memory.keep(event, request, reply.answer(event)));
  }

  @Override
  public void close() {
    deciders.shutdown();
  }
}
