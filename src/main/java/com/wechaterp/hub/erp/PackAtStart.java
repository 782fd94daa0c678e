package com.wechaterp.hub.erp;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Reads the pack as soon as the hub is ready, so that a broken one is told at once and a later edit
 * finds a version to fall back to.
 */
final class PackAtStart implements ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(PackAtStart.class);

  private final PackFolder folder;
  private final Language language;

  PackAtStart(PackFolder folder, Language language) {
    this.folder = folder;
    this.language = language;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    try {
      folder.pack();
    } catch (ProblemException e) {
      LOG.error("{}", e.problem().sentence(language));
    }
  }
}
