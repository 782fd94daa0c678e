package com.wechaterp.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OperationRulesTest {

  private static final WeChatContract CONTRACT = WeChatContract.load();
  private final OperationRules rules = OperationRules.load();

  @Test
  void namesOnlyOperationsOfTheContract() {
    assertThat(rules.confirmed().keySet())
        .allSatisfy(id -> assertThat(CONTRACT.operation(id)).as(id).isPresent());
    assertThat(rules.elsewhere().keySet())
        .allSatisfy(id -> assertThat(CONTRACT.operation(id)).as(id).isPresent());
  }

  @Test
  void coversEveryOperationWhoseNameSaysThatItIsDangerous() {
    Set<String> dangerous =
        CONTRACT.operations().stream()
            .map(Operation::id)
            .filter(
                id ->
                    id.matches(
                        ".*(/del$|/del_audit|refund|withdraw$|close|profitsharing|unbind|update_info"
                            + "|/apply|setbankaccount|change_price|token$).*"))
            .filter(id -> !id.matches(".*(scanwithdraw|getwithdraw).*"))
            .collect(Collectors.toSet());

    assertThat(dangerous)
        .isNotEmpty()
        .allMatch(id -> rules.mustBeConfirmed(id) || rules.instead(id).isPresent());
  }

  @Test
  void letsNobodyAskForATokenOrPassTheSecondPersonBy() {
    assertThat(rules.instead("cgi-bin/stable_token")).isPresent();
    assertThat(rules.instead("shop/funds/submitwithdraw")).isPresent();
  }

  @Test
  void asksNoConfirmationToRead() {
    assertThat(CONTRACT.operations())
        .filteredOn(Operation::reads)
        .isNotEmpty()
        .noneMatch(operation -> rules.mustBeConfirmed(operation.id()));
  }
}
