package com.wechaterp.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Any number of values is asked for and written by few different statements. */
class StatementSizesTest {

  @Test
  void keepsAllValuesInTheirOrder() {
    for (int count = 0; count <= 600; count++) {
      List<String> values = values(count);
      List<String> together = StatementSizes.parts(values).stream().flatMap(List::stream).toList();
      assertThat(together).isEqualTo(values);
    }
  }

  @Test
  void writesByFewStatements() {
    Set<Integer> sizes = new TreeSet<>();
    for (int count = 1; count <= 600; count++) {
      StatementSizes.parts(values(count)).forEach(part -> sizes.add(part.size()));
    }
    assertThat(sizes).containsExactly(1, 4, 16, 64, 256);
  }

  @Test
  void fillsUpWithAValueThatIsThere() {
    assertThat(StatementSizes.filled(List.of("a", "b"))).containsExactly("a", "b", "a", "a");
    assertThat(StatementSizes.filled(values(64))).isEqualTo(values(64));
    assertThat(StatementSizes.filled(values(300))).isEqualTo(values(300));
  }

  private static List<String> values(int count) {
    return IntStream.range(0, count).mapToObj(i -> "K" + i).toList();
  }
}
