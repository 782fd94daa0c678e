package com.wechaterp.hub.work;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Marks the message's key in the flow. */
class WorkProducer extends DefaultProducer {

  private final WorkEndpoint endpoint;
  private final WorkList workList;
  private final String defaultAccount;

  WorkProducer(WorkEndpoint endpoint, WorkList workList, String defaultAccount) {
    super(endpoint);
    this.endpoint = endpoint;
    this.workList = workList;
    this.defaultAccount = defaultAccount;
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getIn();
    String key = message.getHeader(WorkHeaders.KEY, String.class);
    if (key == null) {
      key = message.getBody(String.class);
    }
    if (key == null || key.isBlank()) {
      throw new ProblemException(Problem.of("work-no-key", "flow", endpoint.getFlow()));
    }
    String account = message.getHeader(WorkHeaders.ACCOUNT, String.class);
    workList.mark(
        new WorkKey(endpoint.getFlow(), account == null ? defaultAccount : account, key),
        endpoint.getPriority(),
        endpoint.getWhy());
  }
}
