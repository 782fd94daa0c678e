package com.wechaterp.hub.health;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import org.springframework.boot.health.contributor.Health;

/** Says of what is down why, in the sentence the log has. */
final class Reason {

  private Reason() {}

  static Health down(Problem problem, Language language) {
    return Health.down()
        .withDetail("code", problem.code())
        .withDetail("reason", problem.sentence(language))
        .build();
  }
}
