package com.wechaterp.hub.api;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.order.OrderAnswer;
import com.wechaterp.hub.order.OrderChanges;
import com.wechaterp.hub.order.OrderDesk;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class OrderControllerTest {

  private final OrderDesk desk = mock(OrderDesk.class);
  private final WeChatAccounts accounts =
      new WeChatAccounts(
          Map.of(
              "second",
              new WeChatAccount(
                  "wx1", "secret", "", "", "http://127.0.0.1:1", Shipping.COMPONENT)));
  private final MockMvc api =
      MockMvcBuilders.standaloneSetup(
              new OrderController(
                  desk,
                  mock(OrderChanges.class),
                  accounts,
                  new HubProperties(".", "./data", "en", "main", false, new ApiKeys())))
          .setControllerAdvice(new OrderProblems(), new ApiProblems())
          .build();

  @Test
  void takesNoRequestInForAnAccountNobodyKnows() throws Exception {
    place("secnod")
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("wechat-unknown-account"));

    verifyNoInteractions(desk);
  }

  @Test
  void placesAnOrderOfTheAccountThatIsNamed() throws Exception {
    when(desk.place(eq("second"), any()))
        .thenReturn(new OrderAnswer(null, Map.of("order_id", "77")));

    place("second").andExpect(status().isOk());

    verify(desk).place("second", Map.of("out_order_id", "SO-1"));
  }

  private ResultActions place(String account) throws Exception {
    return api.perform(
        post("/api/v1/orders")
            .param("account", account)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"out_order_id\": \"SO-1\"}"));
  }
}
