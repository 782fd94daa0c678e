package com.wechaterp.hub.aftersale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionReaderTest {

  @Test
  void readsADecisionNamedAsItsOperation() {
    AfterSaleDecision decision =
        DecisionReader.read(
            "7",
            Map.of(
                "decision",
                "acceptreturn",
                "orderamt",
                1990L,
                "address_info",
                List.of(Map.of("receiver_name", "仓库", "detailed_address", "一号路 1 号"))));

    assertThat(decision.kind()).isEqualTo(AfterSaleDecision.Kind.ACCEPT_RETURN);
    assertThat(decision.orderamt()).isEqualTo(1990);
    assertThat(decision.address()).isNotNull();
    assertThat(String.valueOf(decision)).doesNotContain("仓库", "一号路");
  }

  @Test
  void takesAnEmptyDecisionForNone() {
    assertThat(DecisionReader.read("7", Map.of()).kind()).isEqualTo(AfterSaleDecision.Kind.NONE);
  }

  @Test
  void holdsADecisionNobodyKnowsAndListsThoseThereAre() {
    assertThatThrownBy(() -> DecisionReader.read("7", Map.of("decision", "yes")))
        .isInstanceOfSatisfying(
            HoldException.class,
            e ->
                assertThat(e.problem().sentence(Language.EN))
                    .contains(
                        "'yes'",
                        "acceptrefund, acceptreturn, reject, merchantupdate, upload_certificates"));
  }
}
