package com.wechaterp.hub.schedule;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.jspecify.annotations.Nullable;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Starts the schedule when the routes run, and keeps one that several hubs share in step with them.
 *
 * <p>A hub that stops leaves its triggers to the others, so camel-quartz never takes one out of a
 * shared schedule. What an admin changes or removes is taken out here.
 */
public class Schedule {

  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

  /** A hub tells every five seconds that it is there. */
  private static final Duration THERE = Duration.ofSeconds(30);

  private final CamelContext camel;
  private final JdbcClient jdbc;

  Schedule(CamelContext camel, JdbcClient jdbc) {
    this.camel = camel;
    this.jdbc = jdbc;
  }

  /** Begins to fire, once the routes of this hub run. */
  public void begin() {
    Scheduler scheduler = camel.getComponent("quartz", QuartzComponent.class).getScheduler();
    if (scheduler == null) {
      return;
    }
    Scheduler shared = shared();
    try {
      if (shared != null) {
        shared.setJobFactory(new RoutedJobs(camel));
      }
      if (!scheduler.isStarted()) {
        if (shared != null && isAlone()) {
          sweep(shared);
        }
        scheduler.start();
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException("The schedule cannot be started", e);
    }
  }

  /** Takes the trigger of a route that an admin changes or removes out of the shared schedule. */
  public void forget(Route route) {
    Scheduler shared = shared();
    if (shared != null && route.getEndpoint() instanceof QuartzEndpoint quartz) {
      delete(shared, quartz.getTriggerKey());
    }
  }

  /** Returns the triggers for which this hub has a route. */
  static Set<TriggerKey> triggers(CamelContext camel) {
    return camel.getRoutes().stream()
        .map(Route::getEndpoint)
        .filter(QuartzEndpoint.class::isInstance)
        .map(endpoint -> ((QuartzEndpoint) endpoint).getTriggerKey())
        .collect(Collectors.toSet());
  }

  private @Nullable Scheduler shared() {
    QuartzComponent quartz = camel.getComponent("quartz", QuartzComponent.class);
    Scheduler scheduler = quartz.getScheduler();
    try {
      return scheduler != null && quartz.isClustered() ? scheduler : null;
    } catch (SchedulerException e) {
      throw new IllegalStateException("The schedule does not tell whether it is shared", e);
    }
  }

  private boolean isAlone() {
    return jdbc.sql("SELECT COUNT(*) FROM QRTZ_SCHEDULER_STATE WHERE last_checkin_time > ?")
            .param(System.currentTimeMillis() - THERE.toMillis())
            .query(Integer.class)
            .single()
        == 0;
  }

  /** Routes may have gone while no hub ran; other hubs that run may have routes this one lacks. */
  private void sweep(Scheduler shared) throws SchedulerException {
    Set<TriggerKey> routed = triggers(camel);
    for (TriggerKey found : shared.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
      if (!routed.contains(found)) {
        delete(shared, found);
      }
    }
  }

  private static void delete(Scheduler shared, TriggerKey trigger) {
    try {
      if (shared.deleteJob(JobKey.jobKey(trigger.getName(), trigger.getGroup()))) {
        LOG.info("{} is no longer in the schedule", trigger.getName());
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException(
          "The trigger " + trigger.getName() + " cannot be taken out of the schedule", e);
    }
  }
}
