package com.wechaterp.hub.api;

import com.wechaterp.hub.wechat.contract.EnumTable;
import com.wechaterp.hub.wechat.contract.Field;
import com.wechaterp.hub.wechat.contract.Need;
import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Describes every operation of WeChat's contract the API passes on, each under its own path. */
final class ContractPaths {

  private static final String BASE = "/api/v1/wechat/";

  private final WeChatContract contract;
  private final OperationRules rules = OperationRules.load();

  ContractPaths(WeChatContract contract) {
    this.contract = contract;
  }

  /** OpenAPI has no path variable with slashes, so the one address becomes many. */
  void addTo(Paths paths) {
    paths.keySet().removeIf(path -> path.startsWith(BASE));
    contract.operations().stream()
        .filter(operation -> rules.instead(operation.id()).isEmpty())
        .forEach(
            operation ->
                paths.addPathItem(
                    BASE + operation.id(), new PathItem().post(described(operation))));
  }

  private io.swagger.v3.oas.models.Operation described(Operation operation) {
    List<Field> fields = new ArrayList<>(operation.query());
    fields.addAll(operation.request());
    io.swagger.v3.oas.models.Operation described =
        new io.swagger.v3.oas.models.Operation()
            .operationId("wechat_" + operation.id().replace('/', '_'))
            .addTagsItem("wechat " + operation.group())
            .summary(operation.zh())
            .description((operation.en() + ". " + operation.notes()).strip())
            .requestBody(new RequestBody().content(ApiDescription.json(object(fields))))
            .addParametersItem(
                new Parameter().in("query").name("account").schema(new Schema<>().type("string")))
            .responses(responses(operation));
    if (rules.mustBeConfirmed(operation.id())) {
      described.addParametersItem(
          new Parameter()
              .in("header")
              .name("X-Confirm")
              .required(true)
              .description("The operation's own name, because it " + why(operation))
              .schema(new Schema<>().type("string")._enum(List.of(operation.id()))));
    }
    return described;
  }

  private String why(Operation operation) {
    return String.valueOf(rules.confirmed().get(operation.id()));
  }

  private ApiResponses responses(Operation operation) {
    return new ApiResponses()
        .addApiResponse(
            "200",
            new ApiResponse()
                .description("WeChat's answer, its ids as text.")
                .content(ApiDescription.json(object(operation.response()))))
        .addApiResponse("default", ApiDescription.failed());
  }

  private Schema<?> object(List<Field> fields) {
    Schema<?> object = new Schema<>().type("object");
    for (Field field : fields) {
      Schema<?> one = schema(field);
      object.addProperty(
          field.name(), field.list() ? new Schema<>().type("array").items(one) : one);
      if (field.need() == Need.REQUIRED) {
        object.addRequiredItem(field.name());
      }
    }
    return object;
  }

  private Schema<?> schema(Field field) {
    Schema<?> schema =
        switch (field.type()) {
          case STRING, RFC3339, DATETIME -> new Schema<>().type("string");
          case ID -> new Schema<>().type("string").pattern("^\\d{1,20}$");
          case INTEGER, SECONDS -> new Schema<>().type("integer").format("int64");
          case FLAG -> new Schema<>().type("integer");
          case BOOLEAN -> new Schema<>().type("boolean");
          case NUMBER -> new Schema<>().type("number");
          case FILE -> new Schema<>().type("string").format("byte");
          case OBJECT -> object(field.fields());
        };
    return schema.description(meaning(field));
  }

  private String meaning(Field field) {
    String unit = field.unit() == null ? "" : " (" + field.unit() + ")";
    String codes =
        field.enumName() == null
            ? ""
            : contract.enumTable(field.enumName()).map(ContractPaths::codes).orElse("");
    return field.description() + unit + codes;
  }

  private static String codes(EnumTable table) {
    return table.values().values().stream()
        .map(value -> value.code() + " " + value.en() + " [" + value.zh() + "]")
        .collect(Collectors.joining("; ", ": ", ""));
  }
}
