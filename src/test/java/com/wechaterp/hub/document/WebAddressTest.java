package com.wechaterp.hub.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://h/a b.jpg, http://h/a%20b.jpg",
    "http://h/红色 大.jpg, http://h/%E7%BA%A2%E8%89%B2%20%E5%A4%A7.jpg",
    "http://h/a%20b.jpg, http://h/a%20b.jpg",
    "http://h/100%.jpg, http://h/100%25.jpg",
    "http://h/a|b[1].jpg?x=1&y=[2], http://h/a%7Cb%5B1%5D.jpg?x=1&y=%5B2%5D",
    "http://图片.cn/a.jpg, http://xn--wcsw84d.cn/a.jpg",
    "http://h/😀.jpg, http://h/%F0%9F%98%80.jpg",
    "http://h:8080/a.jpg, http://h:8080/a.jpg",
  })
  void writesAnAddressAsBrowsersDo(String written, String wanted) {
    assertThat(WebAddress.encoded(written)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.cn/goods/1.html, //h/p.png, https://h/p.png",
    "https://shop.cn/goods/1.html, /p.png, https://shop.cn/p.png",
    "https://shop.cn/goods/1.html, p.png, https://shop.cn/goods/p.png",
    "https://shop.cn/goods/, ./p.png, https://shop.cn/goods/p.png",
    "https://shop.cn/goods/a/, ../p.png, https://shop.cn/goods/p.png",
    "https://shop.cn/goods/, ../../../p.png, https://shop.cn/p.png",
    "https://shop.cn, p.png, https://shop.cn/p.png",
    "https://shop.cn/get?id=1, ?id=2, https://shop.cn/get?id=2",
    "https://shop.cn/goods/, http://h/p.png, http://h/p.png",
    "https://shop.cn/goods/, 红.png, https://shop.cn/goods/%E7%BA%A2.png",
    "https://shop.cn/商品/, a b.png, https://shop.cn/%E5%95%86%E5%93%81/a%20b.png",
  })
  void resolvesAReferenceBesideItsPage(String base, String reference, String wanted) {
    assertThat(WebAddress.resolved(base, reference)).isEqualTo(wanted);
  }
}
