package com.wechaterp.hub.erp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.erp.ErpException;
import com.wechaterp.hub.work.WorkHeaders;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A step that reads a port the pack does not have. */
class MissingPortTest {

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private ProducerTemplate step;

  @BeforeEach
  void start() {
    camel.getRegistry().bind("packErp", Erp.class, mock(Erp.class));
    camel.getRegistry().bind("hub", mock(HubProperties.class));
    camel.start();
    step = camel.createProducerTemplate();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void holdsTheKeyWithASentenceThatNamesPackYamlAndThePort() {
    assertThatThrownBy(() -> step.requestBodyAndHeader("erp:coupons", "C1", WorkHeaders.KEY, "C1"))
        .isInstanceOf(CamelExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            ErpException.class,
            held -> assertThat(held.kind()).isEqualTo(ErpException.Kind.BAD_ROW))
        .hasMessageContaining("C1 was not read from the ERP: pack.yaml has no port coupons");
  }

  @Test
  void readsNoRowWhereTheRouteSaysItCanDoWithoutThePort() {
    assertThat(step.requestBody("erp:orders?optional=true", "C1")).isNull();
  }

  @Test
  void findsNothingAndHoldsNobodyWhereItOnlyLooksForChanges() {
    Exchange looked = step.request("erp:coupons/changes", exchange -> {});

    assertThat(looked.getException()).isNull();
    assertThat(looked.getMessage().getHeader("ErpKeysMarked")).isEqualTo(0);
  }
}
