package com.wechaterp.hub.work;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** One flow of the work list: keys are marked by a producer and worked on by a consumer. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "work", title = "Work list", syntax = "work:flow")
class WorkEndpoint extends DefaultEndpoint {

  private final WorkList workList;
  private final WorkRunnerFactory factory;
  private final String defaultAccount;

  @UriPath(description = "The flow, such as products")
  private final String flow;

  @UriParam(description = "How many keys this node works on at the same time", defaultValue = "2")
  private int workers = 2;

  @UriParam(
      description = "The priority of marked keys, 0 (last) to 100 (first)",
      defaultValue = "50")
  private int priority = WorkPriority.NORMAL;

  @UriParam(
      description = "Why keys are marked, one phrase for people",
      defaultValue = "marked by a route")
  private String why = "marked by a route";

  WorkEndpoint(
      String uri,
      WorkComponent component,
      WorkList workList,
      WorkRunnerFactory factory,
      String flow,
      String defaultAccount) {
    super(uri, component);
    this.workList = workList;
    this.factory = factory;
    this.flow = flow;
    this.defaultAccount = defaultAccount;
  }

  @Override
  public Producer createProducer() {
    return new WorkProducer(this, workList, defaultAccount);
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    return new WorkConsumer(this, processor, factory);
  }

  /** Returns the flow. */
  public String getFlow() {
    return flow;
  }

  /** Returns how many keys this node works on at the same time. */
  public int getWorkers() {
    return workers;
  }

  /** Sets how many keys this node works on at the same time; at least 1. */
  public void setWorkers(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("workers of work:" + flow + " must be at least 1");
    }
    this.workers = workers;
  }

  /** Returns the priority of marked keys. */
  public int getPriority() {
    return priority;
  }

  /** Sets the priority of marked keys, 0 (last) to 100 (first). */
  public void setPriority(int priority) {
    this.priority = priority;
  }

  /** Returns why keys are marked. */
  public String getWhy() {
    return why;
  }

  /** Sets why keys are marked, one phrase for people. */
  public void setWhy(String why) {
    this.why = why;
  }
}
