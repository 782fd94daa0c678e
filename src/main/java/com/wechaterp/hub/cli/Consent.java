package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.Console;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Asks a person before something large begins; scripts answer with {@code --yes}. */
final class Consent {

  @Option(
      names = {"-y", "--yes"},
      description = "Answer every question with yes. 对所有问题回答“是”。")
  private boolean yes;

  /** Returns whether a person can be asked who does not say yes to everything. */
  boolean asksAPerson() {
    return !yes && System.console() != null;
  }

  /**
   * Returns when a person agrees.
   *
   * @throws ProblemException if nobody can be asked, or the answer is no
   */
  void require(String question) {
    if (yes) {
      return;
    }
    Console console = System.console();
    String answer = console == null ? null : console.readLine("%s [y/N] ", question);
    if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
      throw new ProblemException(Problem.of("cli-not-agreed"));
    }
  }
}
