package com.wechaterp.hub.schedule;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;

/**
 * Camel's {@code quartz:}, whose new triggers begin in the second after the next.
 *
 * <p>Quartz fires a trigger in the second of its start too, even when that is over by the time the
 * trigger is stored. A trigger that takes the place of another, of this hub or of one that shares
 * the schedule, must not fire in a second the other had.
 */
final class LaterTriggers extends QuartzComponent {

  private static final long START_MILLIS = 2_000;

  LaterTriggers(CamelContext camel) {
    super(camel);
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    Endpoint endpoint = super.createEndpoint(uri, remaining, parameters);
    if (endpoint instanceof QuartzEndpoint trigger) {
      trigger.setTriggerStartDelay(Math.max(trigger.getTriggerStartDelay(), START_MILLIS));
    }
    return endpoint;
  }
}
