package com.wechaterp.hub.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Serves the sandbox under {@code /sandbox} with WeChat's own paths. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
class SandboxController {

  private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};
  private static final String PREFIX = "/sandbox/";

  private final Sandbox sandbox;
  private final Faults faults;
  private final SandboxClock clock;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Random random = new Random();

  SandboxController(Sandbox sandbox, Faults faults, SandboxClock clock) {
    this.sandbox = sandbox;
    this.faults = faults;
    this.clock = clock;
  }

  @RequestMapping(
      path = "/sandbox/**",
      method = {RequestMethod.GET, RequestMethod.POST})
  ResponseEntity<String> call(HttpServletRequest request) throws Exception {
    String path = request.getRequestURI().substring(PREFIX.length());
    faults.count(path);
    Faults.Fault fault = faults.take(path);
    if (fault != null && !fault.afterwards()) {
      return fail(fault);
    }
    Map<String, Object> answer;
    try {
      answer =
          sandbox.answer(
              path, request.getMethod(), request.getParameter("access_token"), body(request));
    } catch (SandboxError e) {
      answer = error(e);
    }
    return fault == null ? json(answer) : fail(fault);
  }

  private ResponseEntity<String> fail(Faults.Fault fault) throws InterruptedException {
    return switch (fault.kind()) {
      case "http" -> ResponseEntity.status(fault.value()).body("");
      case "html" ->
          ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body("<html>login please</html>");
      case "slow" -> {
        Thread.sleep(fault.value());
        yield json(error(new SandboxError(-1, "system error")));
      }
      default -> json(error(new SandboxError(fault.value(), "on purpose")));
    };
  }

  private Map<String, Object> error(SandboxError e) {
    String rid = "%08x-%08x-%08x".formatted(random.nextInt(), random.nextInt(), random.nextInt());
    return Fields.of("errcode", e.errcode(), "errmsg", e.getMessage() + " rid: " + rid);
  }

  private ResponseEntity<String> json(Map<String, Object> answer) {
    return ResponseEntity.ok()
        .headers(headers -> headers.setDate(clock.platform()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsString(answer));
  }

  private @Nullable Map<String, Object> body(HttpServletRequest request) throws Exception {
    Map<String, Object> body = Fields.of();
    String type = String.valueOf(request.getContentType());
    if (request.getMethod().equals("GET") || type.startsWith("multipart/")) {
      request.getParameterMap().forEach((name, values) -> body.put(name, values[0]));
      body.remove("access_token");
      if (type.startsWith("multipart/")) {
        files(request, body);
        numbers(body);
      }
      return body;
    }
    byte[] bytes = StreamUtils.copyToByteArray(request.getInputStream());
    if (bytes.length == 0) {
      return null;
    }
    try {
      return json.readValue(bytes, DOCUMENT);
    } catch (JacksonException e) {
      throw new SandboxError(47001, "data format error");
    }
  }

  private static void files(HttpServletRequest request, Map<String, Object> body) throws Exception {
    for (Part part : request.getParts()) {
      if (part.getSubmittedFileName() != null) {
        body.put(part.getName(), read(part));
      }
    }
  }

  private static byte[] read(Part part) throws IOException {
    return StreamUtils.copyToByteArray(part.getInputStream());
  }

  /** Form fields are text; the numbers among them are meant as numbers. */
  private static void numbers(Map<String, Object> body) {
    body.replaceAll(
        (name, value) ->
            value instanceof String text && text.matches("\\d{1,9}")
                ? Integer.valueOf(text)
                : value);
  }
}
