package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.testing.MariaDb;
import com.wechaterp.hub.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.ConnectionCallback;

class MariaDbDemoOrdersIT extends DemoOrdersContract {

  MariaDbDemoOrdersIT() {
    super(MariaDb.createDatabase("demo_orders"), "root");
  }

  @Test
  void holdsOnlyThePaymentThatTheServerRefusesWithAGeneralError() throws IOException {
    String trigger = Files.readString(Shared.path("cases/11-write-error-hy000/trigger.sql"));
    jdbc.execute(trigger.replaceAll("(?m)^DELIMITER.*$", "").replace("//", ""));
    order("EM1", "G1-1");

    ErpException failure =
        catchThrowableOfType(ErpException.class, () -> erp.write("order-paid", paid("EM1")));

    assertThat(failure.kind()).isEqualTo(ErpException.Kind.BAD_ROW);
    assertThat(failure).hasMessageContaining("EM1").hasMessageContaining("Incorrect string value");
    assertThat(erp.write("order-paid", paid("SO1"))).isEqualTo(1);
    assertThat(database.problems()).isEmpty();
  }

  @Test
  void takesAZeroDateForNoDateAndReadsTheOthers() throws IOException {
    String recorded = Files.readString(Shared.path("cases/02-zero-date/input.sql"));
    order("ZD1", "G1-1");
    jdbc.execute(
        (ConnectionCallback<Void>)
            connection -> {
              try (Statement statement = connection.createStatement()) {
                // One session: the mode holds for it alone.
                for (String each : recorded.trim().split(";")) {
                  statement.execute(each);
                }
              }
              return null;
            });

    assertThat(erp.read("orders", "ZD1").orElseThrow().get("prepay_time")).isNull();
    assertThat(erp.read("orders", "SO1")).isPresent();
    assertThat(database.problems()).isEmpty();
  }
}
