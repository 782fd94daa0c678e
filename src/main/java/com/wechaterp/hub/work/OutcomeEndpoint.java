package com.wechaterp.hub.work;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import java.time.Duration;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** Says how the work on the key of this message ends; the reason is the exception in hand. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "outcome",
    title = "Outcome",
    syntax = "outcome:kind",
    producerOnly = true)
class OutcomeEndpoint extends DefaultEndpoint {

  @UriPath(description = "retry, hold, pause or dead")
  private final String kind;

  @UriParam(description = "The first pause of retry and pause", defaultValue = "30s")
  private Duration first = Duration.ofSeconds(30);

  @UriParam(description = "By how much each pause of retry grows", defaultValue = "2")
  private double factor = 2;

  @UriParam(description = "The longest pause of retry and pause", defaultValue = "30m")
  private Duration max = Duration.ofMinutes(30);

  @UriParam(description = "How many tries retry makes in all", defaultValue = "12")
  private int attempts = 12;

  @UriParam(description = "What releases a hold", defaultValue = "PERSON")
  private Release release = Release.PERSON;

  @UriParam(
      description =
          "Whom pause waits for, wechat or erp: when it answers anybody, the pause is over",
      defaultValue = "")
  private String farSide = "";

  OutcomeEndpoint(String uri, OutcomeComponent component, String kind) {
    super(uri, component);
    this.kind = kind;
  }

  @Override
  public Producer createProducer() {
    return new DefaultProducer(this) {
      @Override
      public void process(Exchange exchange) {
        exchange.setProperty(Ending.PROPERTY, ending(exchange));
      }
    };
  }

  private Ending ending(Exchange exchange) {
    Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    String key =
        exchange.getIn().getHeader(WorkHeaders.FLOW, "", String.class)
            + "/"
            + exchange.getIn().getHeader(WorkHeaders.KEY, "", String.class);
    Hold hold = Failure.hold(failure);
    if (hold != null) {
      // Camel may match a clause by the refusal that led to the hold.
      return new Ending.Held(hold);
    }
    Problem reason = Failure.reason(key, failure);
    return switch (kind) {
      case "retry" -> new Ending.Retry(reason, first, factor, max, attempts);
      case "pause" -> new Ending.Paused(reason, first, max, farSide);
      case "hold" -> new Ending.Held(Hold.of(reason, release));
      default -> new Ending.Dead(reason, Payload.masked(exchange.getIn().getBody()));
    };
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException(
        "outcome: ends the work on a key; nothing comes from it");
  }

  /** Sets the first pause of retry and pause. */
  public void setFirst(Duration first) {
    this.first = first;
  }

  /** Sets by how much each pause of retry grows. */
  public void setFactor(double factor) {
    this.factor = factor;
  }

  /** Sets the longest pause of retry and pause. */
  public void setMax(Duration max) {
    this.max = max;
  }

  /** Sets how many tries retry makes in all. */
  public void setAttempts(int attempts) {
    this.attempts = attempts;
  }

  /** Sets whom pause waits for, wechat or erp. */
  public void setFarSide(String farSide) {
    this.farSide = farSide;
  }

  /** Sets what releases a hold. */
  public void setRelease(Release release) {
    this.release = release;
  }
}
