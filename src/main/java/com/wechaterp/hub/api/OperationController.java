package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers {@code POST /api/v1/wechat/{operation}}: any operation of WeChat's contract. */
@RestController
class OperationController {

  private final OperationDesk desk;
  private final String account;

  OperationController(OperationDesk desk, HubProperties hub) {
    this.desk = desk;
    this.account = hub.account();
  }

  /** The operation is the path of WeChat's document, slashes and all. */
  @PostMapping("/api/v1/wechat/{*operation}")
  Map<String, @Nullable Object> call(
      @PathVariable("operation") String path,
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestHeader(name = "X-Confirm", defaultValue = "") String confirmation,
      @RequestBody(required = false) byte @Nullable [] body,
      HttpServletRequest request) {
    OperationDesk.Question question =
        new OperationDesk.Question(
            Caller.of(request), of == null ? account : of, path.substring(1), confirmation);
    return IdTexts.in(desk.call(question, body));
  }
}
