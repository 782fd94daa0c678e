package com.wechaterp.hub.wechat;

import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.component.http.HttpProducer;
import org.apache.hc.client5.http.classic.methods.HttpUriRequest;
import org.apache.hc.core5.concurrent.Cancellable;

/** Puts each request under the {@link AnswerDeadline} of its exchange. */
final class WatchedHttpProducer extends HttpProducer {

  WatchedHttpProducer(HttpEndpoint endpoint) {
    super(endpoint);
  }

  @Override
  protected HttpUriRequest createMethod(Exchange exchange) throws Exception {
    HttpUriRequest request = super.createMethod(exchange);
    if (request instanceof Cancellable cancellable) {
      AnswerDeadline.guard(exchange, cancellable);
    }
    return request;
  }
}
