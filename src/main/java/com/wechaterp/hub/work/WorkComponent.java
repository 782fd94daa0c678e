package com.wechaterp.hub.work;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** Makes endpoints such as {@code work:products?workers=4}. */
class WorkComponent extends DefaultComponent {

  private final WorkList workList;
  private final WorkRunnerFactory factory;
  private final String defaultAccount;

  WorkComponent(WorkList workList, WorkRunnerFactory factory, String defaultAccount) {
    this.workList = workList;
    this.factory = factory;
    this.defaultAccount = defaultAccount;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    if (!remaining.matches("[a-z][a-z0-9-]{0,63}")) {
      throw new IllegalArgumentException(
          "A flow is named by lower-case letters, digits and hyphens, not '" + remaining + "'");
    }
    WorkEndpoint endpoint =
        new WorkEndpoint(uri, this, workList, factory, remaining, defaultAccount);
    setProperties(endpoint, parameters);
    return endpoint;
  }
}
