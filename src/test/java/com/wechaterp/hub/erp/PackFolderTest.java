package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack that is edited while the hub runs. */
class PackFolderTest {

  private static final Duration LOOKS = Duration.ofSeconds(4);

  @TempDir Path home;
  private Path yaml;
  private PackFolder folder;

  @BeforeEach
  void write() throws IOException {
    Path pack = Files.createDirectories(home.resolve("config/erp/mine"));
    yaml = pack.resolve("pack.yaml");
    Files.writeString(yaml, "ports: {products: {}}");
    Files.writeString(pack.resolve("products.sql"), "SELECT 1 WHERE :keys(g.id)");
    Files.writeString(pack.resolve("stock.sql"), "SELECT 1 WHERE :keys(g.id)");
    folder = new PackFolder(home, "mine", text -> text);
    assertThat(folder.pack().port("stock")).isEmpty();
  }

  @Test
  void takesAChangeOver() throws IOException {
    Files.writeString(yaml, "ports: {products: {}, stock: {}}");

    await().atMost(LOOKS).until(() -> folder.pack().port("stock").isPresent());
  }

  @Test
  void keepsTheLastGoodVersionWhateverIsWrongWithTheNewOne() throws IOException {
    for (String broken : new String[] {"ports: [", "ports: {products: {}}\u0000", "ports: 7"}) {
      Files.writeString(yaml, broken);
      assertThatThrownBy(() -> new PackFolder(home, "mine", text -> text).pack())
          .isInstanceOf(RuntimeException.class);
      stays();
    }
  }

  @Test
  void keepsTheLastGoodVersionWhenTheFileIsRenamedAway() throws IOException {
    Files.move(yaml, yaml.resolveSibling("pack.yaml.bak"));

    stays();
    assertThatThrownBy(() -> new PackFolder(home, "mine", text -> text).pack())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("mine is not a folder with a pack.yaml")
        .hasMessageNotContaining("Nearest");
  }

  @Test
  void keepsTheLastGoodVersionAsLongAsTheErpRefusesTheNewOne() throws IOException {
    AtomicReference<List<Problem>> refusals =
        new AtomicReference<>(
            List.of(Problem.of("erp-sql-wrong", "file", "mine/stock.sql", "error", "no column x")));
    AtomicInteger changes = new AtomicInteger();
    folder =
        new PackFolder(
            home,
            "mine",
            text -> text,
            read -> refusals.get(),
            changes::incrementAndGet,
            Duration.ofMillis(100),
            Language.EN);
    assertThat(folder.pack().port("stock")).isEmpty();
    assertThat(folder.problems()).isEmpty();

    Files.writeString(yaml, "ports: {products: {}, stock: {}}");
    await().atMost(LOOKS).until(() -> folder.pack().port("stock").isEmpty() && refused());
    stays();
    assertThat(folder.stays().orElseThrow().sentence(Language.EN))
        .startsWith(
            "The edited SQL pack 'mine' is set aside, and the last good version, in use since ")
        .contains("Z, runs on.");
    assertThat(changes).hasValue(0);

    // The ERP's tables follow; nobody touches the pack again.
    refusals.set(List.of());
    await().atMost(LOOKS).until(() -> folder.pack().port("stock").isPresent());
    assertThat(folder.problems()).isEmpty();
    assertThat(folder.stays()).isEmpty();
    assertThat(changes).hasValue(1);
  }

  @Test
  void takesATouchedFileOrATakenBackMistakeForNoChange() throws IOException {
    AtomicInteger checks = new AtomicInteger();
    AtomicInteger changes = new AtomicInteger();
    folder =
        new PackFolder(
            home,
            "mine",
            text -> text,
            read -> {
              checks.incrementAndGet();
              return List.of();
            },
            changes::incrementAndGet,
            Language.EN);
    Pack before = folder.pack();

    Files.setLastModifiedTime(
        yaml.resolveSibling("products.sql"), FileTime.from(Instant.parse("2026-11-25T02:00:00Z")));
    stays();
    Files.writeString(yaml, "ports: [");
    await().atMost(LOOKS).until(() -> folder.pack() == before && !folder.problems().isEmpty());
    Files.writeString(yaml, "ports: {products: {}}");
    await().atMost(LOOKS).until(() -> folder.pack() == before && folder.problems().isEmpty());
    assertThat(checks).hasValue(0);
    assertThat(changes).hasValue(0);

    Files.writeString(yaml.resolveSibling("products.sql"), "SELECT 2 WHERE :keys(g.id)");
    await().atMost(LOOKS).until(() -> folder.pack() != before);
    assertThat(changes).hasValue(1);
  }

  @Test
  void asksTheFlowsToWaitWhereThereIsNoGoodVersionYet() throws IOException {
    assertWaits("mien", "mien", "mine");
    for (String broken : new String[] {"ports: [", "ports: 7", "", "ports: {products: {}}\u0000"}) {
      Files.writeString(yaml, broken);
      assertWaits("mine", "mine/pack.yaml");
    }
    Files.write(yaml, "ports: {products: {}} # 商品".getBytes("GBK"));
    assertWaits("mine", "mine/pack.yaml", "not UTF-8");
  }

  private void assertWaits(String pack, String... words) {
    assertThatThrownBy(() -> new PackFolder(home, pack, text -> text).pack())
        .isInstanceOfSatisfying(
            ErpException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErpException.Kind.PACK);
              assertThat(e.problem().sentence(Language.EN)).contains(words);
            });
  }

  @Test
  void keepsTheLastGoodVersionWhenASaveIsCutOff() throws IOException {
    Files.writeString(yaml, "");

    await().atMost(LOOKS).until(() -> folder.pack() != null && !folder.problems().isEmpty());
    assertThat(folder.pack().port("products")).isPresent();
    assertThat(folder.problems())
        .singleElement()
        .extracting(problem -> problem.sentence(Language.ZH))
        .asString()
        .contains("mine/pack.yaml", "没有 ports");
  }

  @Test
  void passesOverWhatAnEditorKeepsBesideTheFiles() throws IOException {
    Path lock = Path.of("admin@shop.1234");
    Files.createSymbolicLink(yaml.resolveSibling(".#pack.yaml"), lock);
    Files.createSymbolicLink(yaml.resolveSibling("pack.yaml.lock"), lock);

    assertThat(new PackFolder(home, "mine", text -> text).pack().ports()).containsKey("products");
    Files.writeString(yaml, "ports: {products: {}, stock: {}}");
    await().atMost(LOOKS).until(() -> folder.pack().port("stock").isPresent());
  }

  private boolean refused() {
    return folder.problems().stream()
        .anyMatch(problem -> problem.sentence(Language.ZH).contains("no column x"));
  }

  private void stays() {
    await()
        .during(Duration.ofMillis(1500))
        .atMost(LOOKS)
        .until(() -> folder.pack().port("products").isPresent());
  }
}
