package com.wechaterp.hub.api;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import jakarta.servlet.RequestDispatcher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;

/**
 * Says of every request that did not reach the API what was wrong with it, as the API itself does:
 * a code and a sentence, without what the body holds.
 */
class ApiErrorAttributes extends DefaultErrorAttributes {

  private static final String API = "/api/";

  @Override
  public Map<String, @Nullable Object> getErrorAttributes(
      WebRequest request, ErrorAttributeOptions options) {
    Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
    String path = attribute(request, RequestDispatcher.ERROR_REQUEST_URI);
    if (!path.startsWith(API)) {
      return attributes;
    }
    Problem problem = problem(getError(request), path, attributes);
    Language language = ApiProblems.language(request);
    return new LinkedHashMap<>(ApiProblems.body(problem, language));
  }

  private static Problem problem(
      @Nullable Throwable error, String path, Map<String, @Nullable Object> attributes) {
    if (error instanceof NoResourceFoundException) {
      return Problem.of("api-unknown-address", "path", path);
    }
    if (error instanceof HttpRequestMethodNotSupportedException method) {
      return Problem.of(
          "api-method",
          "path",
          path,
          "found",
          method.getMethod(),
          "allowed",
          String.join(", ", Objects.requireNonNullElse(method.getSupportedMethods(), none())));
    }
    if (error instanceof HttpMediaTypeNotSupportedException type) {
      return Problem.of("api-media-type", "found", String.valueOf(type.getContentType()));
    }
    if (error instanceof MethodArgumentTypeMismatchException mismatch) {
      Class<?> type = mismatch.getRequiredType();
      return Problem.of(
          "api-parameter",
          "field",
          mismatch.getName(),
          "found",
          String.valueOf(mismatch.getValue()),
          "type",
          type == null ? "-" : type.getSimpleName());
    }
    if (error instanceof MissingServletRequestParameterException missing) {
      return Problem.of("api-parameter-missing", "field", missing.getParameterName());
    }
    JacksonException unreadable = unreadable(error);
    if (unreadable != null || Integer.valueOf(400).equals(attributes.get("status"))) {
      return Problem.of("api-body", "field", field(unreadable), "place", place(unreadable));
    }
    return Problem.of(
        "api-failed",
        "path",
        path,
        "status",
        String.valueOf(attributes.get("status")),
        "time",
        String.valueOf(attributes.get("timestamp")));
  }

  private static String[] none() {
    return new String[0];
  }

  private static @Nullable JacksonException unreadable(@Nullable Throwable error) {
    for (Throwable each = error; each != null; each = each.getCause()) {
      if (each instanceof JacksonException found) {
        return found;
      }
    }
    return null;
  }

  private static String field(@Nullable JacksonException error) {
    if (!(error instanceof DatabindException found) || found.getPath().isEmpty()) {
      return "-";
    }
    return found.getPath().stream()
        .map(
            each ->
                each.getPropertyName() == null
                    ? "[" + each.getIndex() + "]"
                    : each.getPropertyName())
        .collect(Collectors.joining("."));
  }

  private static String place(@Nullable JacksonException error) {
    TokenStreamLocation location = error == null ? null : error.getLocation();
    return location == null ? "-" : location.getLineNr() + ":" + location.getColumnNr();
  }

  private static String attribute(WebRequest request, String name) {
    Object value = request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
    return value == null ? "" : value.toString();
  }
}
