package com.wechaterp.hub.aftersale;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkState;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeadlineWarningTest {

  private static final String ID = "4000000001596225";
  private static final WorkKey KEY = new WorkKey("aftersales", "main", ID);
  private static final Instant DEADLINE = Tickets.OPENED.plus(Duration.ofHours(48));
  private static final Instant NEAR = DEADLINE.minus(Duration.ofHours(12));
  private static final Problem REFUSED = Problem.of("aftersale-image", "key", ID, "found", "p.gif");

  private final HikariDataSource database = HubDatabase.h2();
  private final AfterSales seen = new AfterSales(JdbcClient.create(database), Tickets.SETTINGS);
  private final WorkList work = Mockito.mock(WorkList.class);
  private final Timeline timeline = Mockito.mock(Timeline.class);
  private final DeadlineWarning warning =
      new DeadlineWarning(seen, work, timeline, Tickets.SETTINGS, Language.EN);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void warnsOnceOfADeadlineThatIsNearWhateverHoldsTheAnswer() {
    sees(2);
    stands("held", REFUSED, Tickets.NOW);

    warning.give(NEAR.minusSeconds(1));
    warns(0, "");
    warning.give(NEAR);
    warning.give(NEAR.plusSeconds(300));

    warns(1, "is near");
    warns(1, "picture p.gif cannot be used");
  }

  @Test
  void warnsInTheWordsOfAHoldThatSaysItAlready() {
    sees(8);
    stands("held", Problem.of("aftersale-deadline-near", "deadline", DEADLINE), NEAR);

    warning.give(NEAR);

    warns(1, "Accept or reject it in the ERP now");
  }

  @Test
  void warnsOfAnAnswerThatAPersonHasToReplay() {
    sees(23);
    stands("dead", Problem.of("hub-no-reason", "key", ID), Tickets.NOW);

    warning.give(DEADLINE.minusSeconds(1));

    warns(1, "(dead)");
  }

  @Test
  void warnsOfAnAnswerThatAPausedFlowDoesNotGive() {
    sees(2);
    stands("waiting", null, NEAR);

    warning.give(NEAR.plus(Duration.ofMinutes(15)));
    warns(0, "");
    warning.give(NEAR.plus(Duration.ofMinutes(16)));

    warns(1, "(waiting)");
  }

  @Test
  void doesNotWarnOfWhatWasAnswered() {
    sees(2);
    stands("held", Problem.of("aftersale-settling"), NEAR);

    warning.give(NEAR);

    warns(0, "");
  }

  @Test
  void doesNotWarnTheMerchantOfTheBuyersDeadline() {
    sees(6);
    stands("held", REFUSED, Tickets.NOW);

    warning.give(Tickets.OPENED.plus(Duration.ofDays(7)).minusSeconds(1));

    warns(0, "");
  }

  @Test
  void warnsAnewWhenTheBuyerAsksAnew() {
    sees(2);
    stands("held", REFUSED, Tickets.NOW);
    warning.give(NEAR);
    sees(4);
    sees(2);

    warning.give(NEAR);

    warns(2, "is near");
  }

  private void sees(int status) {
    seen.see("main", Tickets.ticket(2, status), Tickets.NOW);
  }

  private void stands(String state, @Nullable Problem reason, Instant since) {
    when(work.find(KEY))
        .thenReturn(Optional.of(new WorkState(KEY, state, 50, 0, "seen", since, null, reason)));
  }

  private void warns(int times, String words) {
    verify(timeline, times == 0 ? never() : times(times))
        .record(
            eq("main"),
            eq("aftersale"),
            eq(ID),
            eq("deadline-near"),
            times == 0 ? anyString() : argThat(text -> text.contains(words)));
  }
}
