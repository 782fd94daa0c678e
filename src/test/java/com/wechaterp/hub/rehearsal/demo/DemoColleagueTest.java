package com.wechaterp.hub.rehearsal.demo;

import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import com.wechaterp.hub.problem.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoColleagueTest {

  @Test
  void paysTheTestOrdersThatWaitAndNothingElse() {
    SandboxLever sandbox = mock(SandboxLever.class);
    List<Map<String, Object>> orders =
        List.of(
            Map.of("out_order_id", "HUBTEST17", "status", 10),
            Map.of("out_order_id", "HUBTEST16", "status", 20),
            Map.of("out_order_id", "HUBTEST07", "status", 10),
            Map.of("out_order_id", "SO1", "status", 10));
    doReturn(Map.of("orders", orders)).when(sandbox).read("orders");

    new DemoColleague(sandbox, Language.EN).act();

    verify(sandbox).read("orders");
    verify(sandbox).pull("orders/HUBTEST17/pay");
    verifyNoMoreInteractions(sandbox);
  }
}
