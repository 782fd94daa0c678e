package com.wechaterp.hub.qualification;

import com.wechaterp.hub.link.QualificationLink;
import com.wechaterp.hub.link.QualificationLinks;
import com.wechaterp.hub.link.QualificationStatus;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds which qualifications to look at: changed files, and those an event is about. */
public class QualificationOwners {

  private static final Logger LOG = LoggerFactory.getLogger(QualificationOwners.class);
  private static final String FLOW = "qualifications";

  private final QualificationFolder folder;
  private final QualificationLinks links;
  private final WorkList work;
  private final String defaultAccount;
  private final Map<String, String> seen = new HashMap<>();

  QualificationOwners(
      QualificationFolder folder, QualificationLinks links, WorkList work, String defaultAccount) {
    this.folder = folder;
    this.links = links;
    this.work = work;
    this.defaultAccount = defaultAccount;
  }

  /** Marks the declared qualifications that are new or changed since the last look. */
  public synchronized void findDeclared() {
    for (Qualification declared : folder.declared()) {
      String fingerprint = PictureContents.fingerprint(declared);
      if (!fingerprint.equals(seen.put(declared.id(), fingerprint))) {
        mark(account(declared), declared.id(), "file " + declared.id());
      }
    }
  }

  /** Marks every qualification once, so that no date passes unseen. */
  public void findAll() {
    links.all().forEach(link -> mark(link.account(), link.qualificationId(), "daily look"));
  }

  /**
   * Marks what an event is about: the owner of its ticket, or all in audit if WeChat left the
   * ticket out, as it was seen to do.
   */
  void mark(String account, String ticket) {
    Optional<QualificationLink> owner = links.ofAuditId(account, ticket.replaceFirst("^wx:", ""));
    List<QualificationLink> concerned =
        owner.isPresent()
            ? List.of(owner.get())
            : links.all().stream().filter(link -> waits(link, account)).toList();
    if (concerned.isEmpty()) {
      LOG.info("No qualification of {} waits for the audit {}.", account, ticket);
    }
    concerned.forEach(link -> mark(account, link.qualificationId(), "WeChat's audit " + ticket));
  }

  private static boolean waits(QualificationLink link, String account) {
    return Objects.equals(link.account(), account)
        && (link.status() == QualificationStatus.IN_AUDIT || link.begunAt() != null);
  }

  private void mark(String account, String id, String why) {
    work.mark(new WorkKey(FLOW, account, id), WorkPriority.NORMAL, why);
  }

  private String account(Qualification declared) {
    return declared.account().isEmpty() ? defaultAccount : declared.account();
  }
}
