package com.wechaterp.hub.schedule;

import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.CamelJob;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;
import org.quartz.spi.JobFactory;
import org.quartz.spi.TriggerFiredBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a shared trigger through this node's route; a node that does not have the route says so and
 * does nothing, where camel-quartz would make the route's endpoint anew.
 */
final class RoutedJobs implements JobFactory {

  private static final Logger LOG = LoggerFactory.getLogger(RoutedJobs.class);

  private final CamelContext camel;

  RoutedJobs(CamelContext camel) {
    this.camel = camel;
  }

  @Override
  public Job newJob(TriggerFiredBundle fired, Scheduler scheduler) {
    TriggerKey trigger = fired.getTrigger().getKey();
    if (Schedule.triggers(camel).contains(trigger)) {
      return new RoutedJob();
    }
    return context ->
        LOG.warn(
            "The schedule has {}, for which this hub has no route: all hubs need the same routes.",
            trigger.getName());
  }

  /** Finds its Camel context here, and not by the name that another node gave to its own. */
  private final class RoutedJob extends CamelJob {
    @Override
    protected CamelContext getCamelContext(JobExecutionContext context) {
      return camel;
    }
  }
}
