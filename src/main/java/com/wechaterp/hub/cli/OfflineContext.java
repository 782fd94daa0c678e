package com.wechaterp.hub.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;

/** Knows beans and makes those that are asked for; nothing begins by itself, and nobody is told. */
final class OfflineContext extends AnnotationConfigApplicationContext {

  @Override
  protected void registerListeners() {
    // A listener would be made only to hear that the hub is ready, which it never is.
  }

  @Override
  protected void finishRefresh() {
    // Nothing is started.
  }

  @Override
  protected void publishEvent(Object event, @Nullable ResolvableType type) {
    // Nobody listens.
  }
}
