package com.wechaterp.hub.rehearsal.demo;

import com.wechaterp.hub.problem.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log what somebody of the demo shop has done, in the hub's language. */
final class Storyteller {

  private final Logger log;
  private final Language language;

  Storyteller(Class<?> person, Language language) {
    this.log = LoggerFactory.getLogger(person);
    this.language = language;
  }

  /** Tells one thing; braces stand for what it is about. */
  void tell(String english, String chinese, Object... about) {
    log.info(language == Language.ZH ? chinese : english, about);
  }
}
