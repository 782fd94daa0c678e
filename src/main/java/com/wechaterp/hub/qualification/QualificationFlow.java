package com.wechaterp.hub.qualification;

import static com.wechaterp.hub.flow.PlannedCalls.account;
import static com.wechaterp.hub.flow.PlannedCalls.key;

import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.category.Category;
import com.wechaterp.hub.category.CategoryTree;
import com.wechaterp.hub.category.Requirement;
import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.image.Pictures;
import com.wechaterp.hub.link.QualificationLink;
import com.wechaterp.hub.link.QualificationLinks;
import com.wechaterp.hub.link.QualificationStatus;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The steps of {@code qualifications-push}, named in the route: plan, next, answered, finish. */
public class QualificationFlow {

  static final String OPERATION = "QualificationOperation";
  private static final String REFUSAL = "QualificationRefusal";
  private static final String FINGERPRINT = "QualificationFingerprint";

  /** WeChat's answer when the category is open already (WeChat docs, error codes [错误码]). */
  private static final int APPROVED_ALREADY = 1050003;

  private final QualificationFolder folder;
  private final QualificationLinks links;
  private final QualificationState state;
  private final QualificationOwners owners;
  private final Categories categories;
  private final Pictures pictures;
  private final PapersNews news;
  private final Timeline timeline;
  private final Clock clock;

  QualificationFlow(
      QualificationFolder folder,
      QualificationLinks links,
      QualificationState state,
      QualificationOwners owners,
      Categories categories,
      Pictures pictures,
      PapersNews news,
      Timeline timeline,
      Clock clock) {
    this.folder = folder;
    this.links = links;
    this.state = state;
    this.owners = owners;
    this.categories = categories;
    this.pictures = pictures;
    this.news = news;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** Compares what is declared with what WeChat has, read back first. */
  public void plan(Exchange exchange) {
    String account = account(exchange);
    String key = key(exchange);
    Object body = exchange.getMessage().getBody();
    Qualification wanted =
        body instanceof Qualification given ? given : folder.declared(key).orElse(null);
    QualificationLink known = links.of(account, key);
    if (wanted == null && known.version() == 0) {
      // An event names its audit ticket, or nothing that is known here.
      owners.mark(account, key);
      PlannedCalls.drop(exchange);
      return;
    }
    if (wanted != null) {
      known = declared(known, wanted);
      Findings.holdIfAny("qualification", key, QualificationRules.check(wanted));
    }
    known = state.look(known);
    String fingerprint = wanted == null ? "" : PictureContents.fingerprint(wanted);
    if (wanted != null) {
      known = news.tell(known, wanted, fingerprint);
    }
    exchange.setProperty(FINGERPRINT, fingerprint);
    PlannedCalls.begin(
        exchange, QualificationPlanner.plan(wanted, fingerprint, known, clock.instant()));
  }

  private QualificationLink declared(QualificationLink known, Qualification wanted) {
    QualificationLink declared =
        known.declared(wanted.kind().word(), wanted.subject(), wanted.expires());
    return known.version() > 0 && declared.equals(known) ? known : links.save(declared);
  }

  /** Returns whether a call is left. */
  public boolean more(Exchange exchange) {
    return PlannedCalls.more(exchange);
  }

  /** Readies the submission: category, pictures, and a note that it was begun. */
  public void next(Exchange exchange) {
    Call call = PlannedCalls.next(exchange);
    Qualification wanted = (Qualification) call.subject();
    Category category =
        wanted.kind() == QualificationKind.CATEGORY ? category(account(exchange), wanted) : null;
    List<String> sources = wanted.pictures().values().stream().flatMap(List::stream).toList();
    Map<String, String> uploaded =
        pictures.links(account(exchange), "qualification-picture", wanted.id(), sources);
    QualificationLink known = links.of(account(exchange), key(exchange));
    links.save(known.begun(clock.instant()));
    exchange.getMessage().setHeader(OPERATION, call.operation());
    exchange.getMessage().setBody(new QualificationRequest(wanted, category, uploaded));
  }

  private Category category(String account, Qualification wanted) {
    CategoryTree tree = categories.tree(account);
    String id = wanted.detail("third_cat_id");
    Category category = tree.category(id).orElse(null);
    if (category == null) {
      throw held(
          tree.aboveLeaves(id).isPresent() ? "qualification-not-leaf" : "qualification-no-category",
          wanted,
          String.join("; ", tree.nearest(id)));
    }
    if (category.qualification() == Requirement.NOT_NEEDED) {
      throw held("qualification-not-needed", wanted, category.name());
    }
    return category;
  }

  /** Takes in what WeChat made of the call: its answer, or the refusal the route has caught. */
  public void answered(Exchange exchange) {
    QualificationLink known = links.of(account(exchange), key(exchange));
    String fingerprint = present(exchange.getProperty(FINGERPRINT, String.class));
    if (exchange.removeProperty(REFUSAL) instanceof WeChatException refusal) {
      refused(known, fingerprint, refusal);
      PlannedCalls.drop(exchange);
      return;
    }
    Map<?, ?> answer = exchange.getMessage().getBody(Map.class);
    String ticket = new Answer(answer == null ? Map.of() : answer).text("audit_id");
    state.tell(known.submitted(ticket, fingerprint, clock.instant()));
    timeline.record(
        known.account(), "qualification", known.qualificationId(), "sent", known.subject());
  }

  private void refused(QualificationLink known, String fingerprint, WeChatException refusal) {
    if (refusal.outcomeUnknown()) {
      throw refusal;
    }
    if (refusal.errcode() == APPROVED_ALREADY) {
      state.tell(known.approved(fingerprint));
      return;
    }
    links.save(known.begun(null));
    if (refusal.category() == ErrorCategory.PERMANENT) {
      throw new HoldException(Hold.of(refusal.problem(), Release.ERP_CHANGE), refusal);
    }
    throw refusal;
  }

  /** Holds the key if the plan says so. */
  public void finish(Exchange exchange) {
    QualificationLink known = links.of(account(exchange), key(exchange));
    if (known.status() != QualificationStatus.APPROVED) {
      PlannedCalls.end(exchange);
    }
  }

  private static HoldException held(String code, Qualification wanted, String nearest) {
    Problem problem =
        Problem.of(
            code,
            "key",
            wanted.id(),
            "found",
            wanted.subject(),
            "nearest",
            nearest.isEmpty() ? "-" : nearest);
    return new HoldException(Hold.of(problem, Release.ERP_CHANGE));
  }

  private static String present(@Nullable String value) {
    return Objects.requireNonNull(value, "The steps of the route must run in their order");
  }
}
