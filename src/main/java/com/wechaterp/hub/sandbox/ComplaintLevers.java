package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What buyers and the platform's support do about disputes, named by any id that leads there. */
@RestController
@ConditionalOnProperty("hub.sandbox.enabled")
@RequestMapping("/sandbox/_control")
class ComplaintLevers implements Levers {

  private final Sandbox sandbox;
  private final ComplaintLife life;

  ComplaintLevers(Sandbox sandbox, ComplaintLife life) {
    this.sandbox = sandbox;
    this.life = life;
  }

  @Override
  public Map<String, Object> lines() {
    return Fields.of(
        "GET /sandbox/_control/complaints", "every dispute, as complaint/get_list shows it",
        "POST /sandbox/_control/aftersales/{id}/escalate?type=7&content=&pictures=",
            "ask the platform as the buyer whose wish was rejected",
        "POST /sandbox/_control/complaints/{id}/ask?whom=merchant|user|both",
            "ask for evidence as the platform",
        "POST /sandbox/_control/complaints/{id}/evidence?content=&pictures=",
            "show evidence as the buyer",
        "POST /sandbox/_control/complaints/{id}/overdue", "let the time for evidence pass",
        "POST /sandbox/_control/complaints/{id}/judge?result=",
            "give the verdict: 1 to 4 refund, 5 to 8 return and refund, 9 to 12 no refund",
        "POST /sandbox/_control/complaints/{id}/withdraw", "take it back as the buyer");
  }

  @GetMapping("/complaints")
  List<Map<String, Object>> complaints() {
    return sandbox.shops().stream()
        .flatMap(shop -> shop.all(Complaints.KIND).stream())
        .map(Complaints::shown)
        .toList();
  }

  @PostMapping("/aftersales/{id}/escalate")
  Map<String, Object> escalate(
      @PathVariable String id,
      @RequestParam(defaultValue = "7") int type,
      @RequestParam(defaultValue = "商家拒绝处理售后") String content,
      @RequestParam(defaultValue = "") List<String> pictures) {
    return first(
        id,
        (shop, key) ->
            AfterSales.find(shop, key)
                .map(aftersale -> life.open(shop, aftersale, type, material(content, pictures)))
                .orElse(Map.of()));
  }

  @PostMapping("/complaints/{id}/ask")
  Map<String, Object> ask(
      @PathVariable String id, @RequestParam(defaultValue = "merchant") String whom) {
    ComplaintStage stage =
        switch (whom) {
          case "merchant" -> ComplaintStage.MERCHANT_EVIDENCE;
          case "user" -> ComplaintStage.USER_EVIDENCE;
          case "both" -> ComplaintStage.BOTH_EVIDENCE;
          default -> throw new IllegalArgumentException("Nobody is called " + whom);
        };
    return with(id, (shop, complaint) -> life.ask(shop, complaint, stage));
  }

  @PostMapping("/complaints/{id}/evidence")
  Map<String, Object> evidence(
      @PathVariable String id,
      @RequestParam(defaultValue = "见图") String content,
      @RequestParam(defaultValue = "") List<String> pictures) {
    return with(
        id, (shop, complaint) -> life.userEvidence(shop, complaint, material(content, pictures)));
  }

  @PostMapping("/complaints/{id}/overdue")
  Map<String, Object> overdue(@PathVariable String id) {
    return with(id, life::late);
  }

  @PostMapping("/complaints/{id}/judge")
  Map<String, Object> judge(@PathVariable String id, @RequestParam int result) {
    return with(id, (shop, complaint) -> life.judge(shop, complaint, result));
  }

  @PostMapping("/complaints/{id}/withdraw")
  Map<String, Object> withdraw(@PathVariable String id) {
    return with(id, life::withdraw);
  }

  private static Map<String, Object> material(String content, List<String> pictures) {
    return Fields.of("content", content, "media_url_list", List.copyOf(pictures));
  }

  private Map<String, Object> with(String id, BiConsumer<Shop, Map<String, Object>> action) {
    return first(
        id,
        (shop, key) ->
            Complaints.find(shop, key)
                .map(
                    complaint -> {
                      action.accept(shop, complaint);
                      return complaint;
                    })
                .orElse(Map.of()));
  }

  /** Returns what the first shop answers that has such an id. */
  private Map<String, Object> first(
      String id, BiFunction<Shop, String, Map<String, Object>> action) {
    for (Shop shop : sandbox.shops()) {
      synchronized (shop) {
        Map<String, Object> complaint = action.apply(shop, id);
        if (!complaint.isEmpty()) {
          return Complaints.shown(complaint);
        }
      }
    }
    throw new IllegalArgumentException("The sandbox has no dispute or after-sale " + id);
  }
}
