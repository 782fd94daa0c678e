package com.wechaterp.hub.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteFolderTest {

  private static final String GOOD =
      """
      - route:
          id: %s
          description: A route for the test
          from:
            uri: direct:%s
            steps:
              - to:
                  uri: log:test
              - bean:
                  ref: greeter
                  method: greet
      """;

  @TempDir Path routes;
  private final DefaultCamelContext context = new DefaultCamelContext();
  private RouteFolder folder;

  @BeforeEach
  void start() {
    context.getRegistry().bind("greeter", new Greeter());
    context.start();
    folder =
        PlainSurroundings.folder(
            routes, context, new PlainSurroundings(Map.of("greeter", new Greeter()), Map.of()));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uri: log:test|uri: lgo:test|bad.camel.yaml:8|log",
        "uri: log:test|uri: log:test?shwoAll=true|bad.camel.yaml:8|showAll",
        "uri: direct:bad|uri: quartz:bad?cron=99+x+*+*+*+?|bad.camel.yaml:5|'99 x * * * ?'",
        "ref: greeter|ref: greter|bad.camel.yaml:9|greeter",
        "method: greet|method: gret|bad.camel.yaml:9|greeter.greet",
        "id: bad|id bad|bad.camel.yaml:3|YAML",
        "id: bad|\\tid: bad|bad.camel.yaml:2|YAML",
        "- bean:|- baen:|bad.camel.yaml:9|baen",
      })
  void namesTheLineOfABrokenFileWhileTheOthersRun(
      String right, String wrong, String at, String says) throws IOException {
    write("good", GOOD.formatted("good", "good"));
    write("bad", GOOD.formatted("bad", "bad").replace(right, wrong.replace("\\t", "\t")));

    folder.refresh();

    assertThat(context.getRoute("good")).isNotNull();
    assertThat(context.getRoute("bad")).isNull();
    assertThat(file("bad").problems())
        .singleElement()
        .extracting(problem -> problem.sentence(Language.EN))
        .asString()
        .contains(at)
        .contains(says);
  }

  @Test
  void keepsTheLastGoodVersionRunningWhenTheNewOneIsBroken() throws IOException {
    write("one", GOOD.formatted("one", "one"));
    folder.refresh();

    write("one", GOOD.formatted("one", "one").replace("greeter", "nobody"));
    folder.refresh();

    assertThat(context.getRoute("one")).isNotNull();
    assertThat(file("one").running()).isTrue();
    assertThat(file("one").problems())
        .singleElement()
        .extracting(problem -> problem.sentence(Language.EN))
        .asString()
        .contains("one.camel.yaml:9", "This version of the file is set aside");
    Problem stays = file("one").stays().orElseThrow();
    assertThat(stays.sentence(Language.EN))
        .startsWith("The edited one.camel.yaml is set aside, and the version from before runs on.");
    assertThat(stays.sentence(Language.ZH)).startsWith("one.camel.yaml 修改后的版本已搁置，继续运行修改前的版本。");
  }

  @Test
  void doesNotSpeakOfAVersionFromBeforeWhereThereIsNone() throws IOException {
    write("one", GOOD.formatted("one", "one").replace("greeter", "nobody"));
    folder.refresh();
    assertThat(file("one").stays()).isEmpty();

    write("one", GOOD.formatted("one", "one"));
    folder.refresh();

    assertThat(file("one").problems()).isEmpty();
    assertThat(file("one").stays()).isEmpty();
  }

  @Test
  void rollsBackWhenTheNewVersionDoesNotStart() throws IOException {
    write("one", GOOD.formatted("one", "one"));
    write("two", GOOD.formatted("two", "two"));
    folder.refresh();

    context.addRoutePolicyFactory(
        (camel, id, route) ->
            new RoutePolicySupport() {
              @Override
              public void onStart(Route started) {
                if (started.getEndpoint().getEndpointUri().equals("direct://dos")) {
                  throw new IllegalStateException("The port is in use");
                }
              }
            });
    write("one", GOOD.formatted("one", "uno"));
    write("two", GOOD.formatted("two", "dos"));
    folder.refresh();

    assertThat(context.getRoute("one").getEndpoint().getEndpointUri()).isEqualTo("direct://uno");
    assertThat(context.getRoute("two").getEndpoint().getEndpointUri()).isEqualTo("direct://two");
    assertThat(file("one").problems()).isEmpty();
    assertThat(file("two").problems()).singleElement().matches(p -> p.code().equals("route-start"));
    assertThat(sentence("two", Language.EN)).contains("The port is in use");
  }

  @Test
  void setsTheSecondFileWithTheSameRouteIdAside() throws IOException {
    write("one", GOOD.formatted("same", "one"));
    write("two", GOOD.formatted("same", "two"));

    folder.refresh();

    assertThat(file("one").problems()).isEmpty();
    assertThat(file("two").problems())
        .singleElement()
        .extracting(problem -> problem.sentence(Language.EN))
        .asString()
        .contains("two.camel.yaml:1", "already used at one.camel.yaml");
  }

  @Test
  void stopsTheRoutesOfARemovedFile() throws IOException {
    write("one", GOOD.formatted("one", "one"));
    folder.refresh();

    Files.delete(routes.resolve("one.camel.yaml"));
    folder.refresh();
    folder.refresh();

    assertThat(context.getRoute("one")).isNull();
    assertThat(file("one").running()).isFalse();
  }

  @Test
  void runsTheOtherFilesWhereOneCannotBeRead() throws IOException {
    write("good", GOOD.formatted("good", "good"));
    Files.write(routes.resolve("gbk.camel.yaml"), "# 商品".getBytes("GBK"));
    Files.createSymbolicLink(routes.resolve("link.camel.yaml"), Path.of("nowhere"));
    Files.createSymbolicLink(routes.resolve(".#good.camel.yaml"), Path.of("admin@shop.1234"));
    Files.createDirectory(routes.resolve("folder.camel.yaml"));

    folder.refresh();

    assertThat(context.getRoute("good")).isNotNull();
    assertThat(folder.files())
        .extracting(RouteFile::file)
        .containsExactly("gbk.camel.yaml", "good.camel.yaml", "link.camel.yaml");
    assertThat(sentence("gbk", Language.EN)).contains("gbk.camel.yaml", "it is not UTF-8");
    assertThat(sentence("link", Language.ZH)).contains("link.camel.yaml", "指向不存在文件的链接");
    assertThat(folder.files())
        .allSatisfy(
            file ->
                assertThat(file.problems().isEmpty()).isEqualTo(file.file().startsWith("good")));
  }

  @Test
  void keepsTheLastGoodVersionOfAFileThatCannotBeReadAndTakesItOverOnceItCan() throws IOException {
    write("one", GOOD.formatted("one", "one"));
    folder.refresh();

    Files.write(routes.resolve("one.camel.yaml"), "# 商品".getBytes("GBK"));
    write("two", GOOD.formatted("two", "two"));
    folder.refresh();

    assertThat(context.getRoute("one")).isNotNull();
    assertThat(context.getRoute("two")).isNotNull();
    assertThat(file("one").stays()).isPresent();

    write("one", GOOD.formatted("one", "uno"));
    folder.refresh();

    assertThat(context.getRoute("one").getEndpoint().getEndpointUri()).isEqualTo("direct://uno");
    assertThat(file("one").problems()).isEmpty();
  }

  @Test
  void namesTheLineOfAControlCharacter() throws IOException {
    write("good", GOOD.formatted("good", "good"));
    write("bad", GOOD.formatted("bad", "bad").replace("A route", "A\u0007route"));

    folder.refresh();

    assertThat(context.getRoute("good")).isNotNull();
    assertThat(sentence("bad", Language.EN)).contains("bad.camel.yaml:3", "not YAML");
  }

  @Test
  void takesAFileOverOnceTheOtherOneLetsGoOfItsRouteId() throws IOException {
    write("one", GOOD.formatted("same", "one"));
    write("two", GOOD.formatted("same", "two"));
    folder.refresh();
    assertThat(file("two").running()).isFalse();

    write("one", GOOD.formatted("other", "one"));
    folder.refresh();

    assertThat(file("two").problems()).isEmpty();
    assertThat(context.getRoute("same").getEndpoint().getEndpointUri()).isEqualTo("direct://two");

    write("three", GOOD.formatted("same", "three"));
    folder.refresh();
    Files.delete(routes.resolve("two.camel.yaml"));
    folder.refresh();

    assertThat(context.getRoute("same").getEndpoint().getEndpointUri()).isEqualTo("direct://three");
  }

  private String sentence(String name, Language language) {
    assertThat(file(name).problems()).hasSize(1);
    return file(name).problems().get(0).sentence(language);
  }

  private RouteFile file(String name) {
    return folder.files().stream()
        .filter(file -> file.file().equals(name + ".camel.yaml"))
        .findFirst()
        .orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(routes.resolve(name + ".camel.yaml"), text);
  }

  /** A bean for the routes of the test. */
  public static final class Greeter {
    public String greet(String body) {
      return "hello " + body;
    }
  }
}
