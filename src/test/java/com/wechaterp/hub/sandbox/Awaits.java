package com.wechaterp.hub.sandbox;

import static org.awaitility.Awaitility.await;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Waits for what the sandbox does by itself, such as an audit. */
final class Awaits {

  private Awaits() {}

  /** Waits until a product has a status. */
  static void status(SandboxClient client, String outProductId, int status) {
    await().until(() -> spu(client, outProductId).path("status").asInt() == status);
  }

  /** Waits until the draft of a product has an edit_status. */
  static void editStatus(SandboxClient client, String outProductId, int editStatus) {
    await().until(() -> spu(client, outProductId).path("edit_status").asInt() == editStatus);
  }

  private static JsonNode spu(SandboxClient client, String outProductId) {
    return client
        .call("shop/spu/get", Map.of("out_product_id", outProductId, "need_edit_spu", 1))
        .path("spu");
  }
}
