package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds an answer against the recorded one: every field of it, with the same JSON type. */
final class Recorded {

  private Recorded() {}

  static void assertLikeRecorded(String sample, JsonNode answer) throws IOException {
    JsonNode recorded =
        JsonMapper.builder()
            .build()
            .readTree(
                Files.readString(Shared.path("wechat/samples/responses/" + sample + ".json")));
    assertThat(answer.path("errcode").asInt()).as(sample + ": " + answer).isZero();
    List<String> differences = new ArrayList<>();
    compare(recorded, answer, sample, differences);
    assertThat(differences).as("answered: " + answer).isEmpty();
  }

  private static void compare(
      JsonNode recorded, JsonNode answer, String path, List<String> differences) {
    if (recorded.getNodeType() != answer.getNodeType()) {
      differences.add(path + " is " + answer.getNodeType() + ", not " + recorded.getNodeType());
    } else if (recorded.isObject()) {
      recorded
          .propertyNames()
          .forEach(
              name ->
                  compare(recorded.path(name), answer.path(name), path + "/" + name, differences));
    } else if (recorded.isArray() && !recorded.isEmpty() && !answer.isEmpty()) {
      compare(recorded.get(0), answer.get(0), path + "[0]", differences);
    }
  }
}
