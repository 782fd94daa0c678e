package com.wechaterp.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the deliberate breakages in step with the sources they break. */
class BreakageTest {

  static List<Breakage> all() throws IOException {
    List<Breakage> all = new ArrayList<>(Breakage.all());
    all.addAll(Breakage.ofTheSoak());
    return all;
  }

  static List<Breakage> ofTheMatrix() throws IOException {
    return Breakage.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void findsTheRuleItTakesOut(Breakage breakage) throws IOException {
    assertThat(breakage.source()).contains(breakage.replace());
    assertThat(breakage.what()).endsWith(".");
  }

  @ParameterizedTest
  @EnumSource
  void hasForEachCaseARuleWithoutWhichItFailed(FaultCase fault) throws IOException {
    assertThat(Breakage.all()).anyMatch(breakage -> breakage.cases().contains(fault.name()));
  }

  @ParameterizedTest
  @MethodSource("ofTheMatrix")
  void namesOnlyRulesThatACaseWasSeenToNeed(Breakage breakage) {
    assertThat(breakage.cases()).isNotEmpty().allMatch(BreakageTest::isCase);
  }

  private static boolean isCase(String name) {
    return Arrays.stream(FaultCase.values()).anyMatch(fault -> fault.name().equals(name));
  }
}
