package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Leads through the onboarding: shows every step, does what may be done, takes confirmations. */
@Command(
    name = "onboard",
    mixinStandardHelpOptions = true,
    description = {
      "Shows every step of the onboarding, and what it waits for.",
      "显示接入的每一步及其等待的事项。"
    })
final class OnboardCommand implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofSeconds(2);

  /** The steps that keep no other step waiting. */
  private static final List<String> ALONE = List.of("categories", "catalogue");

  @Mixin private Output output = new Output();
  @Mixin private HubTarget hub = new HubTarget();

  @Override
  public Integer call() {
    return show(output, read(hub, output));
  }

  /** Does what the hub may do, asking before what cannot be undone. */
  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = {
        "Does what may be done now; asks before what cannot be undone. What only you can have"
            + " done is confirmed at the question or by 'onboard confirm', not by --yes.",
        "执行当前可做的步骤；不可撤销的会先询问。须由您手工完成的步骤，在询问时或用 onboard confirm 确认，--yes 不代为确认。"
      })
  int run(
      @Mixin Output output,
      @Mixin HubTarget hub,
      @Mixin Consent consent,
      @Option(
              names = "--wait",
              paramLabel = "SECONDS",
              defaultValue = "60",
              description =
                  "How long to wait for WeChat or the administrator after the last progress."
                      + " 最后一次进展之后等待微信或管理员的时间（秒）。")
          int seconds) {
    Instant until = Instant.now().plusSeconds(seconds);
    Set<List<?>> tried = new HashSet<>();
    List<?> before = List.of();
    Map<String, Object> answer = read(hub, output);
    while (true) {
      List<?> now = steps(answer).stream().map(OnboardCommand::looks).toList();
      if (!now.equals(before)) {
        until = Instant.now().plusSeconds(seconds);
        before = now;
      }
      Optional<Map<?, ?>> next =
          steps(answer).stream()
              .filter(step -> may(step, consent) && !tried.contains(looks(step)))
              .findFirst();
      if (next.isPresent()) {
        tried.add(looks(next.get()));
        answer = act(output, hub, consent, next.get());
      } else if (waits(answer) && Instant.now().isBefore(until)) {
        pause();
        answer = read(hub, output);
      } else {
        return show(output, answer);
      }
    }
  }

  /** Tells the hub that a person has done a step. */
  @Command(
      name = "confirm",
      mixinStandardHelpOptions = true,
      description = {"Says that you have done a step by hand.", "确认某个手工步骤已完成。"})
  int confirm(
      @Mixin Output output,
      @Mixin HubTarget hub,
      @Parameters(paramLabel = "STEP", description = "base-library, test or release. 步骤。")
          String step) {
    return show(
        output, hub.askOnce("POST", "/api/v1/onboard/" + step + "/confirm", output.language()));
  }

  private static Map<String, Object> read(HubTarget hub, Output output) {
    return hub.askOnce("GET", "/api/v1/onboard", output.language());
  }

  /** What only a person can have done is not claimed by a yes to everything. */
  private static boolean may(Map<?, ?> step, Consent consent) {
    return "READY".equals(step.get("state")) || manual(step) && consent.asksAPerson();
  }

  /** What a step is and asks for: one that looks the same after it was run is not run again. */
  private static List<?> looks(Map<?, ?> step) {
    return Arrays.asList(step.get("step"), step.get("state"), step.get("next"));
  }

  private static boolean manual(Map<?, ?> step) {
    return "WAITING_YOU".equals(step.get("state"))
        && List.of("base-library", "test", "release").contains(String.valueOf(step.get("step")));
  }

  private static Map<String, Object> act(
      Output output, HubTarget hub, Consent consent, Map<?, ?> step) {
    boolean zh = output.language() == Language.ZH;
    output.progress(step.get("title") + ": " + step.get("next"));
    if (manual(step)) {
      consent.require(zh ? "这一步已经完成了吗？" : "Have you done this?");
    } else if (Boolean.TRUE.equals(step.get("irreversible"))) {
      consent.require(zh ? "此步骤不可撤销。继续？" : "This cannot be undone. Go on?");
    }
    String verb = manual(step) ? "confirm" : "run";
    return hub.askOnce(
        "POST", "/api/v1/onboard/" + step.get("step") + "/" + verb, output.language());
  }

  /** Nobody waits for a person who has to call a command for it, or for what no step needs. */
  private static boolean waits(Map<String, Object> answer) {
    return steps(answer).stream()
        .filter(step -> !manual(step) && !ALONE.contains(String.valueOf(step.get("step"))))
        .anyMatch(step -> String.valueOf(step.get("state")).startsWith("WAITING"));
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static List<Map<?, ?>> steps(Map<String, Object> answer) {
    List<Map<?, ?>> steps = new ArrayList<>();
    if (answer.get("steps") instanceof List<?> list) {
      list.forEach(step -> steps.add((Map<?, ?>) step));
    }
    return steps;
  }

  private static int show(Output output, Map<String, Object> answer) {
    StringJoiner text = new StringJoiner("\n");
    boolean good = true;
    for (Map<?, ?> step : steps(answer)) {
      boolean done = "DONE".equals(step.get("state"));
      good &= done;
      text.add((done ? "[x] " : "[ ] ") + step.get("title") + " - " + step.get("state_name"));
      if (!done) {
        text.add("      " + step.get("next"));
      }
      if (step.get("proofs") instanceof List<?> proofs) {
        proofs.forEach(proof -> text.add("      " + shown((Map<?, ?>) proof)));
      }
    }
    output.print(answer, text.toString());
    return good ? 0 : 1;
  }

  private static String shown(Map<?, ?> proof) {
    return proof.get("at") + "  " + proof.get("what") + "  " + proof.get("result");
  }
}
