package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlPicturesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <P><IMG SRC="http://h/a.png" BORDER=0></P>                                   | http://h/a.png
          <p><img src=http://h/a.png ></p>                                             | http://h/a.png
          <img alt='x > y' src='http://h/a.png'/>                                      | http://h/a.png
          &lt;p&gt;&lt;img src=&quot;http://h/a.png&quot;&gt;&lt;/p&gt;                | http://h/a.png
          <p><img src="http://h/a.png?x=1&amp;y=2"></p>                                | http://h/a.png?x=1&y=2
          <img src="http://h/blank.gif" data-original="http://h/a.png">                | http://h/a.png
          <img src="data:image/gif;base64,R0" data-src="http://h/a.png">               | http://h/a.png
          <img class=lazy lazyload="http://h/a.png" src="">                            | http://h/a.png
          <img srcset="http://h/s.png 400w, http://h/a.png 800w, http://h/m.png 600w"> | http://h/a.png
          <img srcset="http://h/s.png, http://h/a.png 2x">                             | http://h/a.png
          <picture><source srcset="http://h/a.png 800w"><img></picture>                | http://h/a.png
          <img src="/up/红 1.jpg">                                                     | /up/红 1.jpg
          """)
  void findsThePictureABrowserWouldShow(String html, String picture) {
    assertThat(HtmlPictures.in(html)).containsExactly(picture);
  }

  @Test
  void findsAllInOrderAndNoneInCommentsOrScripts() {
    assertThat(
            HtmlPictures.in(
                "<img src=1.jpg><!-- <img src=2.jpg> --><script>'<img src=3.jpg>'</script>"
                    + "<div><img src=4.jpg></div><img>"))
        .containsExactly("1.jpg", "4.jpg");
  }

  @Test
  void readsTheRecordedRichTexts() throws IOException {
    String recorded = Files.readString(Shared.path("cases/05-html-images/input.html"));

    assertThat(recorded.lines().flatMap(line -> HtmlPictures.in(line).stream()))
        .containsExactly(
            "http://h/u.png",
            "http://h/q.png",
            "http://h/e.png",
            "http://h/amp.png?x=1&y=2",
            "//h/p.png",
            "data:image/png;base64,iVBORw0KGgo=");
  }
}
