package com.wechaterp.hub.link;

import java.util.List;
import java.util.Optional;

/** The links of qualifications; all methods join the caller's transaction. */
public interface QualificationLinks {

  /** Returns the link, {@link QualificationLink#unknown} if there is none. */
  QualificationLink of(String account, String qualificationId);

  /** Returns the link of an audit ticket. */
  Optional<QualificationLink> ofAuditId(String account, String auditId);

  /** Returns all links of all accounts, by account and id. */
  List<QualificationLink> all();

  /**
   * Stores a link and returns it with its next version.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it
   */
  QualificationLink save(QualificationLink link);
}
