package com.wechaterp.hub.callback;

import com.wechaterp.hub.inbox.EventAnswer;
import com.wechaterp.hub.inbox.Inbox;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where WeChat pushes its events: {@code /callbacks/{account}}.
 *
 * <p>{@code success} is answered once the event is durable; the work on it comes later.
 */
@RestController
class CallbackController {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackController.class);
  private static final String SUCCESS = "success";

  /** The callback addresses, for any account. */
  static final String ADDRESS = "/callbacks/[^/]+/?";

  private final CallbackDesk desk;
  private final MessageBody bodies;
  private final Inbox inbox;
  private final Replies replies;
  private final ReplyWriter writer;
  private final CallbackCounts counts;
  private final Language language;

  CallbackController(
      CallbackDesk desk,
      MessageBody bodies,
      Inbox inbox,
      Replies replies,
      ReplyWriter writer,
      CallbackCounts counts,
      Language language) {
    this.language = language;
    this.desk = desk;
    this.bodies = bodies;
    this.inbox = inbox;
    this.replies = replies;
    this.writer = writer;
    this.counts = counts;
  }

  @GetMapping({"/callbacks/{account}", "/callbacks/{account}/"})
  ResponseEntity<String> verify(@PathVariable String account, HttpServletRequest request) {
    Query query = Query.of(request.getQueryString());
    desk.verify(account, query);
    counts.verified();
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(query.echo());
  }

  @PostMapping({"/callbacks/{account}", "/callbacks/{account}/"})
  ResponseEntity<String> receive(@PathVariable String account, HttpServletRequest request) {
    Query query = Query.of(request.getQueryString());
    desk.admit(account, query);
    Message message = desk.read(account, query, bodies.read(request));
    if (inbox.receive(message.event())) {
      counts.stored();
    } else {
      counts.repeated();
    }
    EventAnswer answer = replies.to(message.event());
    return answer.document().isEmpty()
        ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(SUCCESS)
        : writer.write(answer, message);
  }

  /** The sender learns nothing; the admin learns all but the message. */
  @ExceptionHandler(RefusedCallback.class)
  ResponseEntity<String> refused(RefusedCallback refused, HttpServletRequest request) {
    Refusal refusal = refused.refusal();
    String account = account(request);
    if (counts.refused(refusal, account, request.getRemoteAddr())) {
      LOG.warn(
          CallbackCounts.problem(refusal, account, request.getRemoteAddr()).sentence(language));
    }
    return ResponseEntity.status(refusal.status()).body("");
  }

  /** Not stored, or not decided in time: WeChat sends it again. */
  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<String> failed(RuntimeException failure, HttpServletRequest request) {
    if (counts.failed()) {
      Problem problem = Problem.of("callback-failed", "account", account(request));
      LOG.error(problem.sentence(language), failure);
    }
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("");
  }

  private static String account(HttpServletRequest request) {
    String name = request.getRequestURI().replaceAll(".*/callbacks/", "").replaceAll("/$", "");
    return CallbackCounts.shown(name);
  }
}
