package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WarnedRowsTest {

  private final WarnedRows rows = new WarnedRows(Language.EN);

  private static Set<Problem> picture(String key) {
    return Set.of(
        Problem.of("erp-picture-data", "key", key, "column", "desc_imgs", "file", "p.sql"));
  }

  @Test
  void tellsOneOfAKindWithTheNumberOfTheOthers() {
    rows.read("p.sql", "7", picture("7"));
    rows.read("p.sql", "8", picture("8"));
    rows.read("p.sql", "8", picture("8"));

    assertThat(rows.now())
        .extracting(problem -> problem.facts().get("key"))
        .containsExactly("7 (+1)");
  }

  @Test
  void forgetsARowThatWasMended() {
    rows.read("p.sql", "7", picture("7"));
    rows.read("q.sql", "7", Set.of());
    assertThat(rows.now()).isEqualTo(List.copyOf(picture("7")));

    rows.read("p.sql", "7", Set.of());
    assertThat(rows.now()).isEmpty();
  }
}
