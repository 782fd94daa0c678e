package com.wechaterp.hub.wechat.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeChatComponentTest {

  private final List<String> calls = new ArrayList<>();
  private final WeChat weChat =
      (account, operation, body) -> {
        calls.add(account + " " + operation + " " + body);
        return Map.of("errcode", 0);
      };
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private ProducerTemplate send;

  @BeforeEach
  void start() {
    camel.addComponent("wechat", new WeChatComponent(weChat, WeChatContract.load(), "fallback"));
    camel.start();
    send = camel.createProducerTemplate();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void callsTheOperationOfItsPathAndAnswersTheDocument() {
    Object answer =
        send.requestBody("wechat:shop/spu/get?account=main", Map.of("out_product_id", "p1"));

    assertThat(calls).containsExactly("main shop/spu/get {out_product_id=p1}");
    assertThat(answer).isEqualTo(Map.of("errcode", 0));
  }

  @Test
  void takesTheAccountOfTheKeyInWorkAndThenTheDefault() {
    send.requestBodyAndHeader("wechat:shop/spu/get", Map.of(), "WorkAccount", "second");
    send.requestBody("wechat:shop/spu/get", Map.of());

    assertThat(calls).containsExactly("second shop/spu/get {}", "fallback shop/spu/get {}");
  }

  @Test
  void sendsAnEmptyDocumentWhenThereIsNoBody() {
    send.requestBody("wechat:shop/register/check", (Object) null);

    assertThat(calls).containsExactly("fallback shop/register/check {}");
  }

  @Test
  void refusesAnUnknownOperationWhenTheEndpointIsMade() {
    assertThatThrownBy(() -> camel.getEndpoint("wechat:shop/spu/ad"))
        .hasRootCauseInstanceOf(ProblemException.class)
        .hasStackTraceContaining("Nearest: shop/spu/add");
  }

  @Test
  void refusesAnUnknownOption() {
    assertThatThrownBy(() -> camel.getEndpoint("wechat:shop/spu/get?acount=main"))
        .isInstanceOf(ResolveEndpointFailedException.class)
        .hasMessageContaining("acount");
  }
}
