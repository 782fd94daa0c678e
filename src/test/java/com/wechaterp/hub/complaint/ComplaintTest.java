package com.wechaterp.hub.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.complaint.ComplaintPlanner.Material;
import com.wechaterp.hub.testing.Shared;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.contract.EnumTable;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ComplaintTest {

  private static final WeChatContract CONTRACT = WeChatContract.load();

  @Test
  void readsTheRecordedDispute() throws IOException {
    Complaint complaint = sample();

    assertThat(complaint.complaintOrderId()).isEqualTo("123");
    assertThat(complaint.state()).isEqualTo(ComplaintState.SUPPORT_HANDLING);
    assertThat(complaint.deadline()).isNull();
    assertThat(complaint.records())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.party()).isEqualTo(Complaint.Party.USER);
              assertThat(record.content()).isEqualTo("测试");
              assertThat(record.time()).isEqualTo(Instant.ofEpochMilli(1647431667908L));
            });
  }

  @Test
  void tellsTheErpInWeChatsOwnTerms() throws IOException {
    assertThat(ComplaintRow.of(sample()))
        .containsEntry("state_name", "客服处理中")
        .containsEntry("type_name", "商家拒绝处理售后")
        .containsEntry("judge_result_name", "双方无责，需退货退款")
        .containsEntry("user_content", "测试")
        .containsEntry("user_media_url_list", List.of("url"));
  }

  @Test
  void makesABodyTheContractTakes() {
    Map<String, Object> body =
        MaterialTransformer.body(
            new Material("123", new Evidence("whole", List.of("https://mmecimage.cn/p/1"))));

    assertThat(CONTRACT.check(CONTRACT.require("shop/complaint/upload_material"), body)).isEmpty();
  }

  @Test
  void knowsEveryStateOfTheContractByItsTerm() {
    EnumTable table = CONTRACT.enumTable("complaint.state").orElseThrow();

    assertThat(table.values()).hasSize(ComplaintState.values().length - 1);
    Arrays.stream(ComplaintState.values())
        .filter(state -> state != ComplaintState.UNKNOWN)
        .forEach(
            state ->
                assertThat(table.value(state.code()).orElseThrow().zh())
                    .isEqualTo(state.chinese()));
  }

  private static Complaint sample() throws IOException {
    String text = Files.readString(Shared.path("wechat/samples/responses/shop.complaint.get.json"));
    return Complaint.of(new Answer(JsonMapper.shared().readValue(text, Map.class)));
  }
}
