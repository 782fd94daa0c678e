package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Goes over the contract: the sandbox plays every operation of it. */
class ContractPlayedIT {

  private static final int NOT_PLAYED = 48001;

  private static SandboxServer server;
  private static SandboxClient client;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start();
    client = new SandboxClient(server);
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  static List<String> operations() {
    return WeChatContract.load().operations().stream()
        .filter(Operation::token)
        .map(Operation::id)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void plays(String operation) {
    JsonNode answer = client.call(operation, Map.of());

    assertThat(answer.path("errcode").asInt()).as(answer.toString()).isNotEqualTo(NOT_PLAYED);
  }
}
