package com.wechaterp.hub.route;

import com.wechaterp.hub.schedule.Schedule;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Loads the route files once the hub is ready, and looks for changes every two seconds. */
final class RouteWatch
    implements ApplicationListener<ApplicationReadyEvent>, Ordered, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(RouteWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration STOP = Duration.ofSeconds(60);

  private final RouteFolder folder;
  private final Schedule schedule;
  private final ThreadPoolTaskScheduler clock = new ThreadPoolTaskScheduler();

  RouteWatch(RouteFolder folder, Schedule schedule) {
    this.folder = folder;
    this.schedule = schedule;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    folder.refresh();
    schedule.begin();
    clock.setThreadNamePrefix("routes-");
    // Or it is interrupted in the middle of a route's stop.
    clock.setWaitForTasksToCompleteOnShutdown(true);
    clock.setAwaitTerminationMillis(STOP.toMillis());
    clock.setErrorHandler(e -> LOG.error("The route files could not be looked at", e));
    clock.initialize();
    clock.scheduleWithFixedDelay(folder::refresh, clock.getClock().instant().plus(PAUSE), PAUSE);
  }

  /** Others who listen for the hub to be ready find the routes running. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public void destroy() {
    clock.shutdown();
  }
}
