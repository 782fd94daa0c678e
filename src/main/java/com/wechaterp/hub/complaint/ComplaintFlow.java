package com.wechaterp.hub.complaint;

import static com.wechaterp.hub.flow.PlannedCalls.account;
import static com.wechaterp.hub.flow.PlannedCalls.key;

import com.wechaterp.hub.complaint.ComplaintPlanner.Material;
import com.wechaterp.hub.complaint.Complaints.Seen;
import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.image.Pictures;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code complaints-handle}: read, plan, more, next, answered, finish. */
public class ComplaintFlow {

  static final String FLOW = "complaints";
  private static final Logger LOG = LoggerFactory.getLogger(ComplaintFlow.class);
  private static final String SUBJECT = "complaint";
  private static final String KNOWN = "HubComplaint";
  private static final String SENDING = "HubEvidence";

  private final ComplaintReading reading;
  private final Complaints seen;
  private final EvidenceReading evidence;
  private final ComplaintPlanner planner;
  private final Pictures pictures;
  private final WorkList work;
  private final Timeline timeline;
  private final Language language;
  private final Clock clock;

  ComplaintFlow(
      ComplaintReading reading,
      Complaints seen,
      EvidenceReading evidence,
      ComplaintPlanner planner,
      Pictures pictures,
      WorkList work,
      Timeline timeline,
      Language language,
      Clock clock) {
    this.reading = reading;
    this.seen = seen;
    this.evidence = evidence;
    this.planner = planner;
    this.pictures = pictures;
    this.work = work;
    this.timeline = timeline;
    this.language = language;
    this.clock = clock;
  }

  /** Reads the dispute from WeChat; has its after-sale looked at when the dispute moved. */
  public void read(Exchange exchange) {
    Complaint known = reading.get(account(exchange), key(exchange));
    Optional<Seen> before = seen.see(account(exchange), known, clock.instant());
    if (before.filter(each -> each.state() == known.stateCode()).isEmpty()) {
      moved(account(exchange), known);
    }
    exchange.setProperty(KNOWN, known);
    exchange.getMessage().setBody(known);
  }

  private void moved(String account, Complaint known) {
    String state = known.state().chinese() + " (" + known.stateCode() + ")";
    timeline.record(account, SUBJECT, known.complaintOrderId(), "seen", state);
    if (!known.aftersaleId().isEmpty()) {
      work.mark(
          new WorkKey("aftersales", account, known.aftersaleId()),
          WorkPriority.EVENT,
          "its dispute moved");
    }
  }

  /** Compares what WeChat asks for with what the merchant has to say. */
  public void plan(Exchange exchange) {
    Complaint known = Objects.requireNonNull(exchange.getProperty(KNOWN, Complaint.class));
    String account = account(exchange);
    Plan plan =
        planner.plan(
            known,
            evidence.of(account, known).orElse(null),
            seen.find(account, known.complaintOrderId()).map(Seen::sent).orElse(""),
            clock.instant());
    Hold hold = plan.hold();
    if (hold != null
        && hold.reason().code().equals("complaint-deadline-near")
        && seen.warn(account, known.complaintOrderId())) {
      String sentence = hold.reason().sentence(language);
      LOG.warn(sentence);
      timeline.record(account, SUBJECT, known.complaintOrderId(), "deadline-near", sentence);
    }
    PlannedCalls.begin(exchange, plan);
  }

  /** Returns whether a call is left. */
  public boolean more(Exchange exchange) {
    return PlannedCalls.more(exchange);
  }

  /** Readies the evidence: its pictures are uploaded. */
  public void next(Exchange exchange) {
    Material material = (Material) PlannedCalls.next(exchange).subject();
    exchange.setProperty(SENDING, material);
    List<String> sources = material.evidence().pictures();
    Map<String, String> links =
        pictures.links(account(exchange), "complaint-image", key(exchange), sources);
    Evidence uploaded =
        new Evidence(material.evidence().content(), sources.stream().map(links::get).toList());
    exchange.getMessage().setBody(new Material(material.complaintOrderId(), uploaded));
  }

  /** Remembers what was sent; what it led to is read back by the same steps. */
  public void answered(Exchange exchange) {
    Material sent = Objects.requireNonNull(exchange.getProperty(SENDING, Material.class));
    String account = account(exchange);
    seen.sent(account, sent.complaintOrderId(), sent.evidence().fingerprint());
    timeline.record(
        account, SUBJECT, sent.complaintOrderId(), "sent", ComplaintOperation.UPLOAD_MATERIAL);
    work.mark(
        new WorkKey(FLOW, account, sent.complaintOrderId()),
        WorkPriority.EVENT,
        "read back after " + ComplaintOperation.UPLOAD_MATERIAL);
  }

  /** Holds the key if the plan says so. */
  public void finish(Exchange exchange) {
    PlannedCalls.end(exchange);
  }
}
