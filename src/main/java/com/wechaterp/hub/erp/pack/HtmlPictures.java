package com.wechaterp.hub.erp.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Finds the pictures of a rich text, in its order and as a browser would show them. */
final class HtmlPictures {

  /** Where pages that load pictures late keep the real address; src holds a blank one then. */
  private static final List<String> LAZY =
      List.of(
          "data-original",
          "data-src",
          "data-lazy-src",
          "data-lazy",
          "data-lazyload",
          "data-ks-lazyload",
          "data-actualsrc",
          "data-echo",
          "data-url",
          "lazy-src",
          "lazyload",
          "original",
          "_src");

  private static final Pattern TAG = Pattern.compile("<\\s*[A-Za-z!/]");
  private static final Pattern CANDIDATES = Pattern.compile(",\\s+|(?<=[\\dwx]),(?=\\S*[/:])");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private HtmlPictures() {}

  /** Returns the addresses as they are written; text stored with entities is read all the same. */
  static List<String> in(String text) {
    String html = TAG.matcher(text).find() ? text : Parser.unescapeEntities(text, false);
    List<String> found = new ArrayList<>();
    for (Element picture : Jsoup.parseBodyFragment(html).select("img, input[type=image]")) {
      address(picture).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<String> address(Element picture) {
    Optional<String> lazy =
        LAZY.stream()
            .map(name -> picture.attr(name).strip())
            .filter(HtmlPictures::real)
            .findFirst();
    String src = picture.attr("src").strip();
    return lazy.or(() -> Optional.of(src).filter(HtmlPictures::real))
        .or(() -> largest(picture.attr("data-srcset")))
        .or(() -> largest(picture.attr("srcset")))
        .or(() -> ofSources(picture))
        .or(() -> Optional.of(src).filter(value -> !value.isEmpty()));
  }

  private static boolean real(String address) {
    return !address.isEmpty() && !address.startsWith("data:") && !address.equals("#");
  }

  private static Optional<String> ofSources(Element picture) {
    Element parent = picture.parent();
    return parent == null || !parent.normalName().equals("picture")
        ? Optional.empty()
        : parent.select("source").stream()
            .flatMap(source -> largest(source.attr("srcset")).stream())
            .findFirst();
  }

  /** Returns the widest of {@code a.jpg 400w, b.jpg 800w}, or the sharpest of {@code 1x, 2x}. */
  private static Optional<String> largest(String srcset) {
    return Arrays.stream(CANDIDATES.split(srcset.strip()))
        .map(candidate -> BLANKS.split(candidate.strip()))
        .filter(candidate -> real(candidate[0]))
        .max(Comparator.comparingDouble(HtmlPictures::size))
        .map(candidate -> candidate[0]);
  }

  private static double size(String... candidate) {
    try {
      String size = candidate.length < 2 ? "1x" : candidate[1];
      return Double.parseDouble(size.substring(0, size.length() - 1));
    } catch (NumberFormatException e) {
      // A size nobody can read is the smallest.
      return 0;
    }
  }
}
