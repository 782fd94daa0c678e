package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.WorkState;
import org.jspecify.annotations.Nullable;

/**
 * Where a key stands in the work list.
 *
 * @param state {@code waiting}, {@code held}, {@code dead}; {@code queued} if this reconciliation
 *     put it there; empty if it is not there
 * @param reason why it waits; null if it says nothing
 */
public record OnWorkList(String state, @Nullable Problem reason) {

  static final OnWorkList NO = new OnWorkList("", null);
  static final OnWorkList QUEUED = new OnWorkList("queued", null);

  static OnWorkList of(WorkState state) {
    return new OnWorkList(state.state(), state.reason());
  }

  String sentence(Language language) {
    return reason == null ? "" : reason.sentence(language);
  }
}
