package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.plan.HoldException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

class OrderReaderTest {

  @Test
  void readsAnOrder() {
    Order order = Orders.open();

    assertThat(order.outOrderId()).isEqualTo("SO-1");
    assertThat(order.byScene()).isTrue();
    assertThat(order.open()).isTrue();
    assertThat(order.deliveryType()).isEqualTo(Order.COURIER);
    assertThat(order.address().receiver()).isEqualTo("张三");
    assertThat(order.lines()).extracting(OrderLine::outSkuId).containsExactly("CUP", "PLATE");
  }

  @Test
  void readsNothingFromNothing() {
    assertThat(OrderReader.read(null)).isNull();
  }

  @Test
  void sharesADiscountOutToTheFen() {
    assertThat(Orders.open().lines()).extracting(OrderLine::realPrice).containsExactly(733L, 367L);
  }

  @Test
  void keepsThePricesOfLinesTheErpGives() {
    Map<String, Object> cup = Orders.line("CUP", 2, 400);
    cup.put("sku_real_price", 750L);

    Order order =
        Orders.order(Orders.document("product_infos", List.of(cup, Orders.line("PLATE", 1, 400))));

    assertThat(order.lines()).extracting(OrderLine::realPrice).containsExactly(750L, 350L);
  }

  @Test
  void sharesAddUpWhateverTheDiscount() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      List<Map<String, Object>> lines = new ArrayList<>();
      long total = 0;
      for (int i = 0; i <= random.nextInt(9); i++) {
        long count = 1 + random.nextInt(5);
        long price = random.nextInt(10_000);
        lines.add(Orders.line("S" + i, count, price));
        total += count * price;
      }
      long discount = total == 0 ? 0 : random.nextLong(total + 1);
      Map<String, Object> document = Orders.document("product_infos", lines);
      document.put("discounted_price", discount);
      document.put("order_price", total + 500 - discount);

      assertThat(OrderAmounts.check(Orders.order(document))).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void namesEveryColumnOfAWrongTypeAtOnce() {
    Map<String, Object> document = Orders.document("order_price", "sixteen");
    document.put("freight", "free");

    assertThatThrownBy(() -> OrderReader.read(document))
        .isInstanceOf(HoldException.class)
        .hasMessageContaining("order_price")
        .hasMessageContaining("freight");
  }

  @Test
  void neverShowsAnAddress() {
    assertThat(Orders.open().toString()).doesNotContain("张三", "138", Orders.OPENID);
    assertThat(Orders.open().address().toString()).doesNotContain("张三");
  }

  @Test
  void takesTheNamesOfThePortFromTheMiniProgramToo() throws Exception {
    Map<String, Map<String, Object>> ports =
        new Yaml().load(new ClassPathResource("erp-ports/orders.yaml").getInputStream());
    Map<?, ?> columns = (Map<?, ?>) ports.get("orders").get("columns");
    Set<String> inPort = new HashSet<>();
    columns.keySet().forEach(name -> inPort.add(name.toString().replace("!", "")));

    Set<String> inJson = new HashSet<>(OrderDocument.TEXTS);
    inJson.addAll(OrderDocument.NUMBERS);
    inJson.addAll(OrderDocument.TIMES);
    OrderDocument.LINE_TEXTS.forEach(name -> inJson.add("product_infos." + name));
    OrderDocument.LINE_NUMBERS.forEach(name -> inJson.add("product_infos." + name));
    assertThat(inJson).isEqualTo(inPort);
  }
}
