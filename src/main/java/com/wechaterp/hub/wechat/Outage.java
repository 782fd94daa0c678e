package com.wechaterp.hub.wechat;

import com.wechaterp.hub.problem.Problem;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** Tells apart how WeChat can fail to answer. */
final class Outage {

  private Outage() {}

  static WeChatException status(String operation, int status) {
    return new WeChatException(
        Problem.of("wechat-http-status", "operation", operation, "status", status),
        ErrorCategory.OUTAGE,
        operation,
        0,
        true,
        null);
  }

  /** An answer without a token and without an error code is not WeChat's. */
  static WeChatException noToken(String operation) {
    return new WeChatException(
        Problem.of("wechat-no-token", "operation", operation),
        ErrorCategory.OUTAGE,
        operation,
        0,
        false,
        null);
  }

  /** An answer that was broken off because it took too long; the call may have taken effect. */
  static WeChatException late(String operation, Duration deadline) {
    return new WeChatException(
        Problem.of(
            "wechat-answer-late", "operation", operation, "seconds", deadline.toMillis() / 1000.0),
        ErrorCategory.OUTAGE,
        operation,
        0,
        true,
        null);
  }

  /** The request was certainly not sent if no connection was made; otherwise nobody knows. */
  static WeChatException unreachable(String operation, Exception failure) {
    boolean notSent =
        causes(failure)
            .anyMatch(
                cause ->
                    cause instanceof ConnectException
                        || cause instanceof ConnectTimeoutException
                        || cause instanceof ConnectionRequestTimeoutException
                        || cause instanceof UnknownHostException
                        || cause instanceof NoRouteToHostException
                        // Other TLS failures may come after the request was sent.
                        || cause instanceof SSLHandshakeException
                        || cause instanceof SSLPeerUnverifiedException);
    return new WeChatException(
        Problem.of(
            notSent ? "wechat-unreachable" : "wechat-no-answer",
            "operation",
            operation,
            "error",
            reason(failure)),
        ErrorCategory.OUTAGE,
        operation,
        0,
        !notSent,
        // The cause may hold the address with the token, so only its kind is kept.
        null);
  }

  private static String reason(Exception failure) {
    Throwable last = causes(failure).reduce((first, second) -> second).orElse(failure);
    return last.getClass().getSimpleName()
        + ": "
        + AccessTokens.masked(String.valueOf(last.getMessage()));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(10);
  }
}
