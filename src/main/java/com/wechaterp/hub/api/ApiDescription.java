package com.wechaterp.hub.api;

import com.wechaterp.hub.erp.pack.PortType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Completes the description springdoc makes of the controllers: what each address is for, the
 * bodies that are ERP ports, and every operation of WeChat's contract.
 */
final class ApiDescription implements OpenApiCustomizer {

  private static final String PROBLEM = "Problem";
  private static final Map<String, String> COMMON =
      Map.of(
          "account", "The WeChat account as named in hub.wechat.accounts; default hub.account.",
          "Accept-Language", "zh or en: the language of the answer's sentences.",
          "limit", "How many at most.",
          "id", "The business id.",
          "page", "The page, from 1.",
          "page_size", "How many to a page, at most 100.");

  private final ApiTexts texts;
  private final ContractPaths contract;

  ApiDescription(ApiTexts texts, ContractPaths contract) {
    this.texts = texts;
    this.contract = contract;
  }

  @Override
  public void customise(OpenAPI api) {
    api.setInfo(
        new Info()
            .title("wechat-erp-hub")
            .version(Versions.all().get("hub"))
            .description(
                "What scripts and a mini-program's backend may ask of the hub. Ids are text, amounts"
                    + " are fen, times are RFC 3339 unless WeChat's own form is named."));
    Components components = api.getComponents() == null ? new Components() : api.getComponents();
    components.addSecuritySchemes(
        "key",
        new SecurityScheme()
            .type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.HEADER)
            .name("X-API-Key"));
    components.addSchemas(PROBLEM, problem());
    api.setComponents(components);
    api.setSecurity(List.of(new SecurityRequirement().addList("key")));
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> describe(method.name(), path, operation)));
    contract.addTo(api.getPaths());
  }

  private static Schema<?> problem() {
    return new Schema<>()
        .type("object")
        .addProperty("code", new Schema<>().type("string").description("explain tells more"))
        .addProperty("message", new Schema<>().type("string").description("what, why, what to do"));
  }

  private void describe(String method, String path, Operation operation) {
    ApiText text = texts.of(method, path);
    String scopes =
        text.scopes().stream()
            .map(scope -> scope.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(", "));
    operation.setSummary(text.chinese());
    operation.setDescription(text.english() + " Scope: " + scopes + ".");
    if (operation.getParameters() != null) {
      operation
          .getParameters()
          .forEach(
              each ->
                  each.setDescription(
                      text.parameters().getOrDefault(each.getName(), COMMON.get(each.getName()))));
    }
    if (!text.body().isEmpty()) {
      operation.setRequestBody(
          new RequestBody()
              .required(true)
              .content(json(PortSchema.of(PortType.require(text.body())))));
    }
    if (operation.getResponses().get("200") != null) {
      operation.getResponses().get("200").setDescription(text.answer());
    }
    operation.getResponses().addApiResponse("default", failed());
  }

  static ApiResponse failed() {
    Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    return new ApiResponse().description("Why it was not done.").content(json(problem));
  }

  static Content json(Schema<?> schema) {
    return new Content().addMediaType("application/json", new MediaType().schema(schema));
  }
}
