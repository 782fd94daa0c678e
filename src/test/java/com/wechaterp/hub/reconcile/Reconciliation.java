package com.wechaterp.hub.reconcile;

import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reconciles a running hub whose routes find nothing by themselves. */
final class Reconciliation {

  static final String ACCOUNT = "sandbox";
  static final String NEVER = "0+0+0+1+1+?+2099";
  static final Duration SOON = Duration.ofMinutes(2);

  private final RunningHub hub;

  Reconciliation(RunningHub hub) {
    this.hub = hub;
  }

  /** Returns what differs, as {@code key code owner work}. */
  List<String> found(String method, Subject subject) {
    return found(method, subject, "");
  }

  /** Returns what differs when more is asked, such as {@code ?account=second}. */
  List<String> found(String method, Subject subject, String query) {
    List<Map<?, ?>> lines = hub.lines(method, "/api/v1/reconcile/" + subject.text() + query);
    if (!lines.get(lines.size() - 1).containsKey("result")) {
      throw new IllegalStateException(lines.toString());
    }
    return lines.stream()
        .map(line -> line.get("found"))
        .filter(Map.class::isInstance)
        .map(each -> (Map<?, ?>) each)
        .map(
            each ->
                "%s %s %s %s"
                    .formatted(
                        each.get("key"), each.get("code"), each.get("owner"), each.get("work"))
                    .strip())
        .toList();
  }

  /** Puts a key to work. */
  void mark(String flow, String key) {
    work().mark(new WorkKey(flow, ACCOUNT, key), WorkPriority.NORMAL, "test");
  }

  /** Waits until nothing is left to do. */
  void quiet() {
    await()
        .atMost(SOON)
        .until(() -> work().counts().stream().allMatch(count -> count.waiting() == 0));
  }

  /** Returns what happened to an order, latest first. */
  Object timeline(String no) {
    return hub.list("/api/v1/timeline/order/" + no);
  }

  private WorkList work() {
    return hub.part(WorkList.class);
  }
}
