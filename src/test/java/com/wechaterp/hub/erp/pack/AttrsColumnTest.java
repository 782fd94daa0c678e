package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttrsColumnTest {

  private static final String COLUMN = "skus.attrs";

  @TempDir Path folder;

  private @Nullable Object attrs(String rule, String text) throws IOException {
    return new PackColumns(folder).read(COLUMN, rule, text, Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                            | 颜色:红;规格:L
          {}                                            | 颜色：红；规格：L；
          {}                                            | ' 颜色 : 红 ; 规格 : L '
          {split: ","}                                  | 颜色:红,规格:L
          {json: true}                                  | {"颜色":"红","规格":"L"}
          {json: pairs, name: key, value: value}        | [{"key":"颜色","value":"红"},{"key":"规格","value":"L","id":3}]
          {json: pairs}                                 | [{"name":"颜色","value":"红"},{"name":"规格","value":"L"}]
          """)
  void readsNamesAndValuesInOrder(String rule, String text) throws IOException {
    assertThat(attrs(rule, text)).asString().isEqualTo("{颜色=红, 规格=L}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          颜色|规格         ! 红,L         ! {names-from: n, split: ","}
          颜色｜规格        ! ["红","L"]   ! {names-from: n, json: true}
          ["颜色", "规格"]  ! ["红","L"]   ! {names-from: n, json: true}
          """)
  void readsValuesBesideTheirNames(String names, String values, String rule) throws IOException {
    assertThat(new PackColumns(folder).read(COLUMN, rule, values, Map.of("n", names)))
        .asString()
        .isEqualTo("{颜色=红, 规格=L}");
  }

  @Test
  void keepsNumbersAsTheyAreWritten() throws IOException {
    assertThat(attrs("{json: true}", "{\"厚\":1.50,\"号\":12345678901234567890,\"防水\":true}"))
        .asString()
        .isEqualTo("{厚=1.50, 号=12345678901234567890, 防水=true}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"颜色\":\"红\",\"尺码\":\"L\"}", "[{\"key\":\"颜色\",\"value\":\"红\"}]", "[\"红:深\"]"})
  void holdsJsonThatNobodyDeclared(String text) {
    assertThatThrownBy(() -> attrs("{}", text))
        .hasMessageContaining("55: skus.attrs")
        .hasMessageContaining("json: true or json: pairs")
        .hasMessageContaining("mine/products.sql");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {json: true}  | {"颜色":{"深":"红"}}
          {json: true}  | {"颜色":"红","颜色":"蓝"}
          {json: true}  | ["红"]
          {json: true}  | {"颜色"
          {json: pairs} | [{"name":"颜色"}]
          {json: pairs} | {"name":"颜色","value":"红"}
          {}            | 红
          {}            | :红
          """)
  void holdsWhatIsNoNamesAndValues(String rule, String text) {
    assertThatThrownBy(() -> attrs(rule, text)).hasMessageContaining("55: skus.attrs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{json: paris}", "{json: true, name: key}", "{base: shop/goods}"})
  void refusesARuleNobodyCanFollow(String rule) {
    assertThatThrownBy(() -> attrs(rule, "颜色:红")).hasMessageContaining("pack.yaml:1");
  }

  @Test
  void neverPublishesTheObjectOfTheReportAsAttributes() throws IOException {
    Matcher recorded =
        Pattern.compile("attr_text='(.*)' WHERE")
            .matcher(Files.readString(Shared.path("cases/04-attrs-json-object/input.sql")));
    assertThat(recorded.find()).isTrue();
    String text = recorded.group(1);

    assertThatThrownBy(() -> attrs("{}", text)).hasMessageContaining("55: skus.attrs");
    assertThat(attrs("{json: true}", text)).asString().isEqualTo("{颜色=红, 尺码=L}");
  }
}
