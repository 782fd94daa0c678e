package com.wechaterp.hub.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagesTest {

  private final List<Object> asked = new ArrayList<>();

  @Test
  void readsPageAfterPageUntilTheTotalIsReached() {
    List<Answer> all = pages(5, 5).all("main", "shop/order/get_list", Map.of("sort", 1), "rows", 2);

    assertThat(all).extracting(row -> row.text("id")).containsExactly("0", "1", "2", "3", "4");
    assertThat(asked)
        .containsExactly(
            Map.of("sort", 1, "page", 1L, "page_size", 2L),
            Map.of("sort", 1, "page", 2L, "page_size", 2L),
            Map.of("sort", 1, "page", 3L, "page_size", 2L));
  }

  @Test
  void endsWithAnEmptyPageThoughTheTotalPromisesMore() {
    assertThat(pages(2, 9).all("main", "shop/order/get_list", Map.of(), "rows", 2)).hasSize(2);
    assertThat(asked).hasSize(2);
  }

  @Test
  void tellsOfEachPageBeforeTheNextIsAsked() {
    List<Integer> askedBefore = new ArrayList<>();

    pages(3, 3)
        .each(
            "main",
            "shop/order/get_list",
            Map.of(),
            "rows",
            2,
            rows -> askedBefore.add(asked.size()));

    assertThat(askedBefore).containsExactly(1, 2);
  }

  private Pages pages(int rows, int total) {
    return new Pages(
        (account, operation, request) -> {
          asked.add(request);
          Map<?, ?> asked = (Map<?, ?>) request;
          int size = ((Number) asked.get("page_size")).intValue();
          int from = (((Number) asked.get("page")).intValue() - 1) * size;
          return Map.of(
              "rows",
              IntStream.range(from, Math.min(rows, from + size))
                  .mapToObj(id -> Map.of("id", String.valueOf(id)))
                  .toList(),
              "total_num",
              total);
        });
  }
}
