package com.wechaterp.hub.aftersale;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.Shared;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.contract.EnumTable;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AfterSaleTest {

  private static Answer sample(String name) throws IOException {
    String text = Files.readString(Shared.path("wechat/samples/responses/" + name + ".json"));
    return new Answer(JsonMapper.shared().readValue(text, Map.class));
  }

  @Test
  void readsTheRecordedTicket() throws IOException {
    AfterSale ticket = AfterSale.driven(sample("shop.ecaftersale.get").object("after_sales_order"));

    assertThat(ticket.key()).isEqualTo("4000000001596225");
    assertThat(ticket.outAftersaleId()).isEmpty();
    assertThat(ticket.outOrderId()).isEqualTo("220425-16372977194524");
    assertThat(ticket.type()).isEqualTo(AfterSaleType.REFUND);
    assertThat(ticket.state()).isEqualTo(AfterSaleState.MERCHANT_HANDLES_REFUND);
    assertThat(ticket.orderamt()).isEqualTo(2);
    assertThat(ticket.reason()).isEqualTo("不想要了");
    assertThat(ticket.media()).containsExactly("****");
    assertThat(ticket.lines()).containsExactly(new AfterSale.Line("410", "730", 1));
    assertThat(ticket.createTime()).isEqualTo(Instant.ofEpochMilli(1650876295006L));
    assertThat(ticket.returnInfo().returnedAt()).isNull();
  }

  @Test
  void readsTheRecordedAfterSaleOfTheOlderContract() throws IOException {
    AfterSale recorded =
        AfterSale.recorded(sample("shop.aftersale.get").objects("aftersale_infos").get(0));

    assertThat(recorded.key()).isEqualTo("xxxxxx");
    assertThat(recorded.stateV1()).isEqualTo(AfterSaleStateV1.CANCELLED);
    assertThat(recorded.ended()).isTrue();
    assertThat(recorded.lines()).containsExactly(new AfterSale.Line("234245", "23424", 5));
    assertThat(recorded.createTime()).isEqualTo("2020-11-30T16:00:00Z");
  }

  @Test
  void aFinishedExchangeClaimsNoMoneyButAFinishedRefundDoes() {
    assertThat(AfterSaleStateV1.EXCHANGED.claimsNothing()).isTrue();
    assertThat(AfterSaleStateV1.WAITING_SHIPMENT.claimsNothing()).isFalse();
    assertThat(AfterSaleStateV1.REFUNDED.claimsNothing()).isFalse();
    assertThat(AfterSaleStateV1.RETURN_REFUNDED.claimsNothing()).isFalse();
  }

  @Test
  void keepsACodeItDoesNotKnow() {
    AfterSale ticket = Tickets.ticket(1, 99);

    assertThat(ticket.state()).isEqualTo(AfterSaleState.UNKNOWN);
    assertThat(ticket.statusCode()).isEqualTo(99);
    assertThat(ticket.ended()).isFalse();
  }

  @Test
  void knowsEveryCodeOfTheContractByItsTerm() {
    Arrays.stream(AfterSaleState.values())
        .filter(state -> state.code() >= 0)
        .forEach(
            state -> assertThat(term("aftersale.state", state.code())).hasValue(state.chinese()));
    Arrays.stream(AfterSaleStateV1.values())
        .filter(state -> state.code() >= 0)
        .forEach(
            state ->
                assertThat(term("aftersale_v1.status", state.code())).hasValue(state.chinese()));
    assertThat(codes("aftersale.state")).isEqualTo(AfterSaleState.values().length - 1);
    assertThat(codes("aftersale_v1.status")).isEqualTo(AfterSaleStateV1.values().length - 1);
  }

  private static Optional<String> term(String table, int code) {
    return WeChatContract.load()
        .enumTable(table)
        .orElseThrow()
        .value(code)
        .map(EnumTable.EnumValue::zh);
  }

  private static int codes(String table) {
    return WeChatContract.load().enumTable(table).orElseThrow().values().size();
  }
}
