package com.wechaterp.hub.category;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.store.UtcTimes;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeChat's answers that are kept in the hub's database and asked for again when they are old, once
 * for all nodes: whoever asks first takes the turn, and an ask without an answer counts too.
 */
class KeptAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);

  /** How long a node may take to ask; the others look again soon. */
  private static final Duration ASKING = Duration.ofSeconds(60);

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String WHERE = " WHERE account = ? AND operation = ?";

  private final JdbcClient jdbc;
  private final WeChat wechat;
  private final Clock clock;
  private final Consumer<String> changed;
  private final Language language;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<Question, Kept> known = new ConcurrentHashMap<>();

  private record Question(String account, String operation) {}

  /**
   * An answer.
   *
   * @param digest tells whether the next one is different
   * @param since when WeChat gave it
   */
  record Kept(Answer answer, String digest, Instant since) {}

  /**
   * Creates them.
   *
   * @param changed told the account whenever WeChat answers something else than before
   */
  KeptAnswers(
      JdbcClient jdbc, WeChat wechat, Clock clock, Consumer<String> changed, Language language) {
    this.language = language;
    this.jdbc = jdbc;
    this.wechat = wechat;
    this.clock = clock;
    this.changed = changed;
  }

  /** Returns the accounts for which anything was ever asked. */
  List<String> accounts() {
    return jdbc.sql("SELECT DISTINCT account FROM category_answer ORDER BY account")
        .query(String.class)
        .list();
  }

  /** Returns the last answer, however old, without asking WeChat. */
  Optional<Kept> atHand(String account, String operation) {
    return stored(new Question(account, operation));
  }

  /**
   * Returns the last answer if it is not older than allowed, and asks WeChat otherwise; the old one
   * stays in use if WeChat does not answer or was asked too recently.
   *
   * @throws WeChatException if there is no answer yet and WeChat gives none
   * @throws HoldException if there is no answer yet and WeChat was asked too recently
   */
  Kept within(Duration age, String account, String operation) {
    return withinIfAny(age, account, operation)
        .orElseThrow(() -> held(account, operation, Duration.ZERO, age));
  }

  /**
   * Returns the same, empty instead if there is no answer yet and WeChat was asked too recently.
   *
   * @throws HoldException if another node is asking at this moment
   */
  Optional<Kept> withinIfAny(Duration age, String account, String operation) {
    Question question = new Question(account, operation);
    Kept last = known.get(question);
    if (last != null && fresh(last, age)) {
      return Optional.of(last);
    }
    synchronized (this) {
      // Another worker or another node may have asked meanwhile.
      Kept stored = stored(question).orElse(null);
      return stored != null && fresh(stored, age)
          ? Optional.of(stored)
          : ask(question, age, stored);
    }
  }

  /** Lets WeChat be asked again whatever the age of the last answer, as after an audit. */
  void forget(String account, String operation) {
    known.remove(new Question(account, operation));
    LocalDateTime never = UtcTimes.utc(Instant.EPOCH);
    jdbc.sql("UPDATE category_answer SET fetched_at = ?, asked_at = ?" + WHERE)
        .params(never, never, account, operation)
        .update();
  }

  private boolean fresh(Kept kept, Duration age) {
    return kept.since.plus(age).isAfter(clock.instant());
  }

  private Optional<Kept> stored(Question question) {
    Optional<Kept> found =
        jdbc.sql("SELECT body, fetched_at FROM category_answer" + WHERE + " AND body IS NOT NULL")
            .params(question.account, question.operation)
            .query(
                (row, index) ->
                    kept(
                        question,
                        row.getString(1),
                        UtcTimes.instant(row.getObject(2, LocalDateTime.class))))
            .optional();
    found.ifPresent(kept -> known.put(question, kept));
    return found;
  }

  private Kept kept(Question question, String body, Instant since) {
    String digest = DigestUtils.sha256Hex(body);
    Kept last = known.get(question);
    return last != null && last.digest.equals(digest)
        ? new Kept(last.answer, digest, since)
        : new Kept(new Answer(json.readValue(body, Map.class)), digest, since);
  }

  private Optional<Kept> ask(Question question, Duration age, @Nullable Kept last) {
    Instant before = askedAt(question);
    if (!take(question, age)) {
      if (last == null && isBeingAsked(question)) {
        throw held(question.account, question.operation, SOON, age);
      }
      return Optional.ofNullable(last);
    }
    try {
      Map<String, Object> answer = wechat.call(question.account, question.operation, Map.of());
      return Optional.of(store(question, answer, last));
    } catch (WeChatException e) {
      boolean arrived = e.errcode() != 0 || e.outcomeUnknown();
      ended(question, arrived && e.operation().equals(question.operation) ? null : before);
      if (last == null) {
        throw e;
      }
      LOG.warn(kept(question, last, e).sentence(language));
      return Optional.of(last);
    }
  }

  private static Problem kept(Question question, Kept last, WeChatException failure) {
    String code =
        failure.errcode() == 0 ? failure.problem().code() : String.valueOf(failure.errcode());
    return Problem.of(
        "category-answer-kept",
        "account",
        question.account,
        "operation",
        question.operation,
        "asked",
        last.since(),
        "code",
        code);
  }

  /** Holds what cannot go on without an answer, for a while or until WeChat may be asked again. */
  private HoldException held(String account, String operation, Duration wait, Duration age) {
    Instant asked = askedAt(new Question(account, operation));
    Instant next = wait.isZero() ? asked.plus(age) : clock.instant().plus(wait);
    Problem problem =
        Problem.of(
            "category-not-answered",
            "account",
            account,
            "operation",
            operation,
            "asked",
            asked,
            "next",
            next);
    return new HoldException(new Hold(problem, Release.TIME, next, 50));
  }

  private Instant askedAt(Question question) {
    return jdbc.sql("SELECT asked_at FROM category_answer" + WHERE)
        .params(question.account, question.operation)
        .query((row, index) -> UtcTimes.instant(row.getObject(1, LocalDateTime.class)))
        .optional()
        .orElse(Instant.EPOCH);
  }

  private boolean isBeingAsked(Question question) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM category_answer"
                    + WHERE
                    + " AND asked_at > ended_at AND asked_at > ?")
            .params(
                question.account, question.operation, UtcTimes.utc(clock.instant().minus(ASKING)))
            .query(Integer.class)
            .single()
        > 0;
  }

  private boolean take(Question question, Duration age) {
    LocalDateTime never = UtcTimes.utc(Instant.EPOCH);
    jdbc.sql(
            "INSERT IGNORE INTO category_answer (account, operation, asked_at, ended_at)"
                + " VALUES (?, ?, ?, ?)")
        .params(question.account, question.operation, never, never)
        .update();
    Instant now = clock.instant();
    return jdbc.sql("UPDATE category_answer SET asked_at = ?" + WHERE + " AND asked_at <= ?")
            .params(
                UtcTimes.utc(now),
                question.account,
                question.operation,
                UtcTimes.utc(now.minus(age)))
            .update()
        == 1;
  }

  /**
   * Records that an ask ended without an answer.
   *
   * @param before when WeChat was asked last before it, if this one never reached WeChat; else null
   */
  private void ended(Question question, @Nullable Instant before) {
    LocalDateTime now = UtcTimes.utc(clock.instant());
    jdbc.sql("UPDATE category_answer SET asked_at = ?, ended_at = ?" + WHERE)
        .params(
            before == null ? now : UtcTimes.utc(before), now, question.account, question.operation)
        .update();
  }

  private Kept store(Question question, Map<String, Object> answer, @Nullable Kept last) {
    String body = json.writeValueAsString(answer);
    Kept fresh = kept(question, body, clock.instant());
    LocalDateTime now = UtcTimes.utc(fresh.since);
    jdbc.sql("UPDATE category_answer SET body = ?, fetched_at = ?, ended_at = ?" + WHERE)
        .params(body, now, now, question.account, question.operation)
        .update();
    known.put(question, fresh);
    if (last == null || !last.digest.equals(fresh.digest)) {
      changed.accept(question.account);
    }
    return fresh;
  }
}
