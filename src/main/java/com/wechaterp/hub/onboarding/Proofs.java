package com.wechaterp.hub.onboarding;

import com.wechaterp.hub.store.UtcTimes;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the proofs of steps; the first of its kind stays. */
class Proofs {

  private static final int LONGEST = 500;

  private final JdbcClient jdbc;
  private final Clock clock;

  Proofs(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Proof> of(String account, OnboardingStep step) {
    return jdbc.sql(
            "SELECT what, result, proven_at FROM onboarding_proof WHERE account = ? AND step = ?"
                + " ORDER BY proven_at")
        .params(account, step.id())
        .query(
            (row, index) ->
                new Proof(
                    row.getString(1),
                    row.getString(2),
                    UtcTimes.instant(row.getObject(3, LocalDateTime.class))))
        .list();
  }

  Optional<Proof> find(String account, OnboardingStep step, String what) {
    return of(account, step).stream().filter(proof -> proof.what().equals(what)).findFirst();
  }

  /** Records a proof unless there is one already. */
  void record(String account, OnboardingStep step, String what, String result) {
    if (find(account, step, what).isPresent()) {
      return;
    }
    try {
      jdbc.sql(
              "INSERT INTO onboarding_proof (account, step, what, result, proven_at)"
                  + " VALUES (?, ?, ?, ?, ?)")
          .params(
              account,
              step.id(),
              what,
              result.substring(0, Math.min(result.length(), LONGEST)),
              UtcTimes.utc(clock.instant()))
          .update();
    } catch (DuplicateKeyException twoAtOnce) {
      // The same was proven by another at the same moment.
      return;
    }
  }

  /** Forgets what was done towards a step that has to be done anew. */
  void forget(String account, OnboardingStep step, String what) {
    jdbc.sql("DELETE FROM onboarding_proof WHERE account = ? AND step = ? AND what = ?")
        .params(account, step.id(), what)
        .update();
  }
}
