package com.wechaterp.hub.wechat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Holds the contract against the requests, answers and events of the official documentation. */
class RecordedSamplesTest {

  /** Recorded requests that break the documentation's own tables, each with the reason. */
  private static final Map<String, String> ODD_REQUESTS =
      Map.of(
          "shop/audit/audit_brand", "license as text; table and page say a list",
          "shop/audit/audit_category", "license as text; table and page say a list",
          "shop/complaint/get_list", "state 2 is a placeholder, not a dispute state");

  private final WeChatContract contract = WeChatContract.load();
  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void acceptsTheRecordedRequests() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path file : files("requests")) {
      String id = operationId(file);
      List<Violation> violations = contract.check(contract.require(id), document(file));
      if (!violations.isEmpty() && !ODD_REQUESTS.containsKey(id)) {
        broken.add(id + ": " + violations);
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void knowsEveryFieldOfTheRecordedAnswers() throws IOException {
    List<String> unknown = new ArrayList<>();
    for (Path file : files("responses")) {
      Map<String, Object> answer = document(file);
      answer.keySet().removeAll(Set.of("errcode", "errmsg"));
      String id = operationId(file);
      unknownFields(contract.require(id).response(), answer, id + ": ", unknown);
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void knowsEveryRecordedEventByName() throws IOException {
    for (Path file : files("events")) {
      String name = file.getFileName().toString().replaceAll("(\\.reply)?\\.xml$", "");
      assertThat(contract.event(name)).as(name).isPresent();
    }
  }

  private static void unknownFields(
      List<Field> fields, Map<?, ?> answer, String path, List<String> unknown) {
    answer.forEach(
        (name, value) -> {
          Field field =
              fields.stream().filter(known -> known.name().equals(name)).findAny().orElse(null);
          if (field == null) {
            unknown.add(path + name);
          } else {
            List<?> values = value instanceof List<?> list ? list : List.of(value);
            for (Object one : values) {
              if (one instanceof Map<?, ?> map && !field.fields().isEmpty()) {
                unknownFields(field.fields(), map, path + name + ".", unknown);
              }
            }
          }
        });
  }

  private static String operationId(Path file) {
    return file.getFileName().toString().replaceAll("\\.json$", "").replace('.', '/');
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> document(Path file) throws IOException {
    return json.readValue(Files.readString(file), Map.class);
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Shared.path("wechat/samples/" + folder))) {
      return files.sorted().toList();
    }
  }
}
