package com.wechaterp.hub.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {

  static Set<String> codes() {
    return Problems.catalogue().codes();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void saysWhatHappenedAndWhatToDoInBothLanguages(String code) {
    for (Language language : Language.values()) {
      ProblemText text = Problems.catalogue().text(code, language).orElseThrow();
      assertThat(text.what()).as("%s %s what", code, language).isNotBlank();
      assertThat(text.remedy()).as("%s %s do", code, language).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void usesTheSameFactsInBothLanguages(String code) {
    assertThat(facts(code, Language.ZH)).isEqualTo(facts(code, Language.EN));
  }

  @Test
  void endsEachPartWithAFullStopWhateverFactStandsLast() {
    Problem rejected = Problem.of("product-rejected", "key", "T1", "reason", "图片模糊");

    assertThat(rejected.sentence(Language.ZH)).startsWith("微信驳回了商品 T1：图片模糊。相同内容");
    assertThat(rejected.sentence(Language.EN)).startsWith("WeChat rejected product T1: 图片模糊. The");
  }

  @Test
  void doesNotSpeakOfTheNearestWhereNothingIsNear() {
    Problem step = Problem.of("api-unknown-step", "step", "qq", "known", "a, b", "nearest", "");

    assertThat(step.sentence(Language.EN)).endsWith("The onboarding has: a, b. Correct the name.");
    assertThat(step.sentence(Language.ZH)).endsWith("接入步骤有：a, b。请改正名称。");
  }

  @ParameterizedTest
  @MethodSource("codes")
  void leavesTheNearestOutInEverySentence(String code) {
    Problem near = Problem.of(code, "nearest", "");
    for (Language language : Language.values()) {
      assertThat(near.sentence(language))
          .as("%s %s", code, language)
          .doesNotContainPattern("earest[^.;:]*: ?([.]|$)|最接近[^；。：]*：(。|$)");
    }
  }

  @Test
  void keepsTheOrderOfFacts() {
    assertThat(Problem.of("x", "z", 1, "a", 2, "m", 3, "b", 4).facts().keySet())
        .containsExactly("z", "a", "m", "b");
  }

  private static Set<String> facts(String code, Language language) {
    ProblemText text = Problems.catalogue().text(code, language).orElseThrow();
    Set<String> names = new TreeSet<>();
    Pattern.compile("\\{([a-zA-Z]+)}")
        .matcher(text.what() + text.why() + text.remedy())
        .results()
        .forEach(match -> names.add(match.group(1).replaceAll("(En|Zh)$", "")));
    return names;
  }
}
