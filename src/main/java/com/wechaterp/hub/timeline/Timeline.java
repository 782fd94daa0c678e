package com.wechaterp.hub.timeline;

import java.util.List;

/** What happened to one thing of one account, in order, for people. */
public interface Timeline {

  /**
   * Records one step; joins the caller's transaction.
   *
   * @param account the WeChat account
   * @param subject the kind of thing, such as {@code product}
   * @param key its business id
   * @param step a short name, such as {@code sent}, {@code audit-passed}
   * @param text one sentence for people; never a secret or personal data
   */
  void record(String account, String subject, String key, String step, String text);

  /** Returns the latest steps of one thing, newest first. */
  List<TimelineStep> of(String account, String subject, String key, int limit);
}
