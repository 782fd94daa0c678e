package com.wechaterp.hub.callback;

import com.wechaterp.hub.inbox.InboundEvent;
import com.wechaterp.hub.inbox.Inbox;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  private final CallbackDesk desk;
  private final Inbox inbox;
  private final CallbackProperties properties;
  private final MeterRegistry meters;

  CallbackController(
      CallbackDesk desk, Inbox inbox, CallbackProperties properties, MeterRegistry meters) {
    this.desk = desk;
    this.inbox = inbox;
    this.properties = properties;
    this.meters = meters;
  }

  @GetMapping(path = "/callbacks/{account}", produces = MediaType.TEXT_PLAIN_VALUE)
  String verify(@PathVariable String account, HttpServletRequest request) {
    desk.verify(account, query(request));
    String echo = request.getParameter("echostr");
    return echo == null ? "" : echo;
  }

  @PostMapping(path = "/callbacks/{account}", produces = MediaType.TEXT_PLAIN_VALUE)
  String receive(@PathVariable String account, HttpServletRequest request) throws IOException {
    InboundEvent event = desk.read(account, query(request), body(request));
    boolean fresh = inbox.receive(event);
    meters.counter("hub.callbacks", "outcome", fresh ? "stored" : "repeated").increment();
    return SUCCESS;
  }

  private static CallbackDesk.Query query(HttpServletRequest request) {
    return new CallbackDesk.Query(
        request.getParameter("signature"),
        request.getParameter("msg_signature"),
        request.getParameter("timestamp"),
        request.getParameter("nonce"));
  }

  private String body(HttpServletRequest request) throws IOException {
    int limit = (int) properties.bodyLimit().toBytes();
    byte[] bytes = request.getInputStream().readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new RefusedCallback(
          HttpStatus.CONTENT_TOO_LARGE, "it is larger than " + limit + " bytes");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The sender learns nothing; the admin learns all but the message. */
  @ExceptionHandler(RefusedCallback.class)
  ResponseEntity<String> refused(RefusedCallback refused, HttpServletRequest request) {
    meters.counter("hub.callbacks", "outcome", "refused").increment();
    String account =
        request.getRequestURI().replaceAll(".*/callbacks/", "").replaceAll("[^\\w.-]", "?");
    Problem problem =
        Problem.of(
            "callback-refused",
            "account",
            account,
            "sender",
            request.getRemoteAddr(),
            "reason",
            String.valueOf(refused.getMessage()));
    LOG.warn(problem.sentence(Language.EN));
    return ResponseEntity.status(refused.status()).body("");
  }
}
