package com.wechaterp.hub.qualification;

import com.wechaterp.hub.link.QualificationLink;
import com.wechaterp.hub.link.QualificationLinks;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChatTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns before a certificate expires. */
public class QualificationWatch {

  private static final Logger LOG = LoggerFactory.getLogger(QualificationWatch.class);

  private final QualificationLinks links;
  private final Timeline timeline;
  private final QualificationSettings settings;
  private final Language language;
  private final Clock clock;

  QualificationWatch(
      QualificationLinks links,
      Timeline timeline,
      QualificationSettings settings,
      Language language,
      Clock clock) {
    this.language = language;
    this.links = links;
    this.timeline = timeline;
    this.settings = settings;
    this.clock = clock;
  }

  /** Says of every certificate that expires soon or has expired how long it is good for. */
  public void warn() {
    for (Problem warning : warnings()) {
      LOG.warn(warning.sentence(language));
    }
    expiring()
        .forEach(
            link ->
                timeline.record(
                    link.account(),
                    "qualification",
                    link.qualificationId(),
                    "expires",
                    String.valueOf(link.expiresOn())));
  }

  /** Returns what {@link #warn} says. */
  public List<Problem> warnings() {
    return expiring().stream().map(this::warning).toList();
  }

  private Problem warning(QualificationLink link) {
    long days = ChronoUnit.DAYS.between(today(), link.expiresOn());
    return Problem.of(
        days < 0 ? "qualification-expired" : "qualification-expires-soon",
        "key",
        link.qualificationId(),
        "kind",
        link.kind(),
        "subject",
        link.subject(),
        "expires",
        String.valueOf(link.expiresOn()),
        "days",
        days);
  }

  private List<QualificationLink> expiring() {
    LocalDate until = today().plusDays(settings.warnDays());
    return links.all().stream()
        .filter(link -> link.expiresOn() != null && link.expiresOn().isBefore(until))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WeChatTime.CHINA);
  }
}
