package com.wechaterp.hub.schedule;

import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.quartz.QuartzEndpointUriFactory;

/**
 * Puts the address of a trigger together from its parts, as Kaoto writes them.
 *
 * <p>Camel's own leaves a wrong address where no group is named, which is the usual case.
 */
public final class TriggerUris extends QuartzEndpointUriFactory {

  private static final String GROUP = "groupName";
  private static final String OF_CAMEL = "Camel";

  @Override
  public String buildUri(String scheme, Map<String, Object> properties, boolean encode)
      throws URISyntaxException {
    Map<String, Object> all = new HashMap<>(properties);
    all.putIfAbsent(GROUP, OF_CAMEL);
    return super.buildUri(scheme, all, encode);
  }
}
