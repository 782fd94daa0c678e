package com.wechaterp.hub.erp.component;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.erp.pack.PortType;
import com.wechaterp.hub.problem.Nearest;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultComponent;

/**
 * Makes endpoints such as {@code erp:products} and {@code erp:products/changes?flow=products}.
 *
 * <p>Camel finds it by a file of the class path: the bean {@code erp} is the data source.
 */
public class ErpComponent extends DefaultComponent {

  private static final List<String> ACTIONS = List.of("changes", "all");

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    String[] parts = remaining.split("/", 2);
    PortType type = PortType.require(parts[0]);
    String action = parts.length == 1 ? "" : parts[1];
    if (!action.isEmpty() && !ACTIONS.contains(action)) {
      throw new IllegalArgumentException(
          "Unknown action '"
              + action
              + "' of erp:"
              + type.name()
              + ". Did you mean "
              + String.join(", ", Nearest.of(action, ACTIONS))
              + "?");
    }
    Erp erp = CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), Erp.class);
    HubProperties hub =
        CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), HubProperties.class);
    ErpEndpoint endpoint = new ErpEndpoint(uri, this, erp, type, action, hub.account());
    setProperties(endpoint, parameters);
    return endpoint;
  }
}
