package com.wechaterp.hub.work;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.problem.Problem;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** Gives the due keys of its flow to its route, one exchange for each. */
class WorkConsumer extends DefaultConsumer implements Suspendable {

  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final WorkEndpoint endpoint;
  private final WorkRunnerFactory factory;
  private @Nullable WorkRunner runner;
  private boolean began;

  WorkConsumer(WorkEndpoint endpoint, Processor processor, WorkRunnerFactory factory) {
    super(endpoint, processor);
    this.endpoint = endpoint;
    this.factory = factory;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    began = true;
    runner = factory.runner(endpoint.getFlow(), endpoint.getWorkers(), this::work).orElse(null);
    if (runner != null) {
      runner.start();
    }
  }

  @Override
  protected void doStop() throws Exception {
    // One that never began, of routes that are only tried, must not end the flow of one that runs.
    if (began) {
      factory.forget(endpoint.getFlow());
      began = false;
    }
    if (runner != null) {
      runner.stop();
      runner = null;
    }
    super.doStop();
  }

  @Override
  protected void doSuspend() {
    if (runner != null) {
      runner.pause();
    }
  }

  @Override
  protected void doResume() {
    if (runner != null) {
      runner.resume();
      runner.wake();
    }
  }

  private Ending work(WorkKey key, int attempts, int priority) {
    Exchange exchange = createExchange(true);
    exchange.getIn().setHeader(WorkHeaders.FLOW, key.flow());
    exchange.getIn().setHeader(WorkHeaders.ACCOUNT, key.account());
    exchange.getIn().setHeader(WorkHeaders.KEY, key.key());
    exchange.getIn().setHeader(WorkHeaders.ATTEMPT, attempts);
    exchange.getIn().setHeader(WorkHeaders.PRIORITY, priority);
    exchange.getIn().setBody(key.key());
    try {
      getProcessor().process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    }
    return ending(key, exchange);
  }

  private static Ending ending(WorkKey key, Exchange exchange) {
    Ending left = exchange.getProperty(Ending.PROPERTY, Ending.class);
    Exception failure = exchange.getException();
    if (left != null) {
      return left;
    }
    Hold hold = Failure.hold(failure);
    if (hold != null) {
      return new Ending.Held(hold);
    }
    if (failure instanceof RejectedExecutionException) {
      // The route was stopped under it, which is no fault of the key.
      Problem stopped = Problem.of("work-stopped", "key", key);
      return new Ending.Retry(stopped, AGAIN, 1, AGAIN, Integer.MAX_VALUE);
    }
    if (failure != null) {
      Problem reason = Failure.reason(key.toString(), failure);
      return new Ending.Dead(reason, Payload.masked(exchange.getIn().getBody()));
    }
    return new Ending.Done();
  }
}
