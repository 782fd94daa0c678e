package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListColumnTest {

  @TempDir Path folder;
  private PackColumns columns;

  @BeforeEach
  void setUp() {
    columns = new PackColumns(folder);
  }

  private List<?> pictures(String rule, String text) throws IOException {
    return (List<?>) columns.read("desc_imgs", rule, text, Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://h/a,b.jpg,http://h/c.jpg                      | http://h/a,b.jpg ; http://h/c.jpg
          http://h/a.jpg?p=resize,w_200,h_9,http://h/c.jpg     | http://h/a.jpg?p=resize,w_200,h_9 ; http://h/c.jpg
          http://h/a.jpg, b.jpg                                | http://h/a.jpg ; b.jpg
          a.jpg,b.jpg,                                         | a.jpg ; b.jpg
          //h/a,1.png,//h/b.png                                | //h/a,1.png ; //h/b.png
          """)
  void splitsNoAddressInTwo(String text, String wanted) throws IOException {
    assertThat(pictures("{split: \",\"}", text)).isEqualTo(List.of(wanted.split(" ; ")));
  }

  @Test
  void leavesOutAPictureInsideTheTextAndSaysSo() throws IOException {
    assertThat(
            pictures("{split: \",\"}", "http://h/a.jpg,data:image/png;base64,iVBO,http://h/b.jpg"))
        .isEqualTo(List.of("http://h/a.jpg", "http://h/b.jpg"));
    assertThat(columns.warnings).extracting(Problem::code).containsExactly("erp-picture-data");
  }

  @Test
  void resolvesThePicturesOfRichTextBesideTheirPage() throws IOException {
    String html = "<img src=//h/a.png><img src=/b.png><img src='c 1.png'><img src=http://h/d.png>";

    assertThat(pictures("{html-images: true, base: \"https://shop.cn/goods/1.html\"}", html))
        .isEqualTo(
            List.of(
                "https://h/a.png",
                "https://shop.cn/b.png",
                "https://shop.cn/goods/c%201.png",
                "http://h/d.png"));
  }

  @Test
  void takesAnAddressWithoutASchemeAsHttps() throws IOException {
    assertThat(pictures("{html-images: true, prefix: \"http://old/\"}", "<img src=//h/p.png>"))
        .isEqualTo(List.of("https://h/p.png"));
  }

  @Test
  void holdsAJsonListThatNobodyDeclared() {
    assertThatThrownBy(() -> pictures("{}", "[\"http://h/a.jpg\"]"))
        .hasMessageContaining("55: desc_imgs")
        .hasMessageContaining("json: true");
  }
}
