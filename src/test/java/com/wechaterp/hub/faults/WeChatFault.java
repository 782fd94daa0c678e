package com.wechaterp.hub.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

/** What WeChat does with a call while something is wrong with it. */
@FunctionalInterface
interface WeChatFault {

  /** Nothing is wrong. */
  WeChatFault NONE = WeChatCall::pass;

  void meet(WeChatCall call) throws IOException, InterruptedException;

  /** Every answer takes up to a time that is longer than the hub waits. */
  static WeChatFault slow(Random random, Duration most) {
    return call -> {
      Thread.sleep((long) (most.toMillis() * fraction(random)));
      call.pass();
    };
  }

  /** It acts, and its answers come byte by byte. */
  static WeChatFault trickling(Duration pause) {
    return call -> call.trickle(call.act().body(), pause);
  }

  /** It acts, and its answer is lost. */
  static WeChatFault answerLost() {
    return call -> {
      call.act();
      call.drop();
    };
  }

  /** It answers a page of its gateway; half of the calls have taken effect. */
  static WeChatFault serverErrors(Random random) {
    return halfActed(random, call -> call.answer(502, "text/html", text("Bad Gateway")));
  }

  /** It answers something that is no JSON; half of the calls have taken effect. */
  static WeChatFault garbage(Random random) {
    return halfActed(
        random,
        call ->
            call.answer(
                200,
                "application/json",
                text(
                    fraction(random) < 0.5 ? "<html>login please</html>" : "{\"errcode\":0,\"da")));
  }

  /** It takes no token, and gives none. */
  static WeChatFault noToken() {
    return call -> {
      if (call.asksForToken()) {
        call.answer(200, "application/json", text("{\"errcode\":-1,\"errmsg\":\"system error\"}"));
      } else {
        call.answer(
            200, "application/json", text("{\"errcode\":40001,\"errmsg\":\"invalid credential\"}"));
      }
    };
  }

  /** It has had too many calls in this minute. */
  static WeChatFault rateLimit() {
    return call -> {
      if (call.asksForToken()) {
        call.pass();
      } else {
        call.answer(
            200,
            "application/json",
            text("{\"errcode\":45011,\"errmsg\":\"api minute-quota reach limit\"}"));
      }
    };
  }

  private static WeChatFault halfActed(Random random, WeChatFault answer) {
    return call -> {
      if (fraction(random) < 0.5) {
        call.act();
      }
      answer.meet(call);
    };
  }

  private static double fraction(Random random) {
    synchronized (random) {
      return random.nextDouble();
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
