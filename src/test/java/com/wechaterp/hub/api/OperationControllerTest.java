package com.wechaterp.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.timeline.TimelineStep;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.UnknownFields;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class OperationControllerTest {

  private final Recorded recorded = new Recorded();
  private final MockMvc api = api(new ApiProperties(3, 0));

  @Test
  void passesAnOperationOnAndAnswersItsIdsAsText() throws Exception {
    recorded.answer = Map.of("errcode", 0, "spu", Map.of("product_id", 324545346432768L));

    api.perform(ask("shop/spu/get", "{\"out_product_id\": \"P1\"}"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.spu.product_id").value("324545346432768"));

    assertThat(recorded.calls).containsExactly("main shop/spu/get {out_product_id=P1}");
  }

  @Test
  void takesA64BitIdAsText() throws Exception {
    api.perform(ask("shop/spu/get", "{\"product_id\": \"324545346432768\"}"))
        .andExpect(status().isOk());

    assertThat(Objects.requireNonNull(recorded.document).get("product_id"))
        .isEqualTo(324545346432768L);
  }

  @Test
  void saysWhatAnUnknownOperationProbablyMeans() throws Exception {
    api.perform(ask("shop/spu/gett", "{}"))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.message").value(containsString("shop/spu/get")));
  }

  @Test
  void namesEveryFieldThatBreaksTheContractAndSendsNothing() throws Exception {
    api.perform(ask("shop/order/get_list", "{\"page\": \"one\", \"pagesize\": 10}"))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.code").value("api-contract"))
        .andExpect(jsonPath("$.violations[*].field").value(hasItem("page")))
        .andExpect(jsonPath("$.violations[*].rule").value(hasItem("must be a whole number")))
        .andExpect(jsonPath("$.violations[*].found").value(hasItem("one")))
        .andExpect(jsonPath("$.violations[*].field").value(hasItem("pagesize")));

    assertThat(recorded.calls).isEmpty();
  }

  @Test
  void passesAFieldOnThatTheSettingsLetThrough() throws Exception {
    api.perform(ask("shop/spu/delisting", "{\"out_product_id\": \"P1\", \"reason_code\": 7}"))
        .andExpect(status().isOk());

    assertThat(recorded.calls).hasSize(1);
    assertThat(Objects.requireNonNull(recorded.document).get("reason_code")).hasToString("7");
  }

  @Test
  void refusesABodyThatIsNoObjectWithoutRepeatingIt() throws Exception {
    api.perform(ask("shop/spu/get", "[\"oBuyer\"]"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("api-json"));
    api.perform(ask("shop/spu/get", "{\"openid\": oBuyer}"))
        .andExpect(status().isBadRequest())
        .andExpect(
            result ->
                assertThat(result.getResponse().getContentAsString()).doesNotContain("oBuyer"));
  }

  @Test
  void asksForAConfirmationBeforeItDestroysSomething() throws Exception {
    String body = "{\"out_product_id\": \"P1\"}";

    api.perform(ask("shop/spu/del", body))
        .andExpect(status().is(428))
        .andExpect(jsonPath("$.message").value(containsString("X-Confirm: shop/spu/del")));
    api.perform(ask("shop/spu/del", body).header("X-Confirm", "shop/spu/get"))
        .andExpect(status().is(428));
    assertThat(recorded.calls).isEmpty();

    api.perform(ask("shop/spu/del", body).header("X-Confirm", "shop/spu/del"))
        .andExpect(status().isOk());
    assertThat(recorded.calls).hasSize(1);
  }

  @Test
  void neverGivesATokenAway() throws Exception {
    api.perform(ask("cgi-bin/stable_token", "{}").header("X-Confirm", "cgi-bin/stable_token"))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.code").value("api-operation-elsewhere"));
  }

  @Test
  void saysWhatAnErrorOfWeChatMeans() throws Exception {
    recorded.failure =
        new WeChatException(
            Problem.of("wechat-error-exist", "rid", "64a-7-1", "errcode", 9401002),
            ErrorCategory.PERMANENT,
            "shop/spu/get",
            9401002,
            false,
            null);

    api.perform(ask("shop/spu/get", "{\"out_product_id\": \"P1\"}"))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errcode").value(9401002))
        .andExpect(jsonPath("$.category").value("PERMANENT"))
        .andExpect(jsonPath("$.rid").value("64a-7-1"))
        .andExpect(jsonPath("$.hint").isNotEmpty())
        .andExpect(jsonPath("$.outcome_unknown").value(false));

    assertThat(recorded.steps.get(0))
        .startsWith("main api shop/spu/get refused rehearsal: 9401002 PERMANENT rid 64a-7-1");
  }

  @Test
  void recordsEachCallWithoutItsBody() throws Exception {
    api.perform(ask("shop/order/get", "{\"out_order_id\": \"SO1\", \"openid\": \"oBuyer\"}"));

    assertThat(recorded.steps)
        .singleElement()
        .asString()
        .startsWith("main api shop/order/get called rehearsal: 0 (")
        .doesNotContain("oBuyer");
  }

  @Test
  void saysWhenACallerMayGoOn() throws Exception {
    for (int i = 0; i < 3; i++) {
      api.perform(ask("shop/cat/get", "{}")).andExpect(status().isOk());
    }

    api.perform(ask("shop/cat/get", "{}"))
        .andExpect(status().is(429))
        .andExpect(header().exists("Retry-After"))
        .andExpect(jsonPath("$.code").value("api-rate"));
  }

  @Test
  void refusesAnAccountNobodyConfigured() throws Exception {
    api.perform(ask("shop/cat/get", "{}").param("account", "mian"))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.message").value(containsString("main")));
  }

  private static MockHttpServletRequestBuilder ask(String operation, String body) {
    return post("/api/v1/wechat/" + operation).contentType("application/json").content(body);
  }

  private MockMvc api(ApiProperties settings) {
    WeChatAccounts accounts =
        new WeChatAccounts(
            Map.of(
                "main",
                new WeChatAccount(
                    "wx1", "secret", "", "", "http://127.0.0.1:1", Shipping.COMPONENT)));
    OperationDesk desk =
        new OperationDesk(
            recorded,
            WeChatContract.load(),
            new UnknownFields(
                WeChatContract.load(), Map.of("shop/spu/delisting", List.of("reason_code"))),
            accounts,
            new CallRates(settings, Clock.systemUTC()),
            recorded,
            Clock.systemUTC());
    HubProperties hub = new HubProperties(".", "./data", "en", "main", false, new ApiKeys());
    return MockMvcBuilders.standaloneSetup(new OperationController(desk, hub))
        .setControllerAdvice(new ApiProblems())
        .build();
  }

  /** WeChat and the timeline, remembering what they were told. */
  private static final class Recorded implements WeChat, Timeline {

    private final List<String> calls = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private @Nullable Map<String, ?> document;
    private Map<String, Object> answer = Map.of("errcode", 0);
    private @Nullable WeChatException failure;

    @Override
    public Map<String, Object> call(String account, String operation, Map<String, ?> body) {
      calls.add(account + " " + operation + " " + body);
      document = body;
      if (failure != null) {
        throw failure;
      }
      return answer;
    }

    @Override
    public void record(String account, String subject, String key, String step, String text) {
      steps.add(String.join(" ", account, subject, key, step, text));
    }

    @Override
    public List<TimelineStep> of(String account, String subject, String key, int limit) {
      return List.of();
    }
  }
}
