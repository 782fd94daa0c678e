package com.wechaterp.hub.api;

import com.wechaterp.hub.erp.pack.ColumnType;
import com.wechaterp.hub.erp.pack.PortColumn;
import com.wechaterp.hub.erp.pack.PortType;
import io.swagger.v3.oas.models.media.Schema;

/** Describes a body that has the columns of an ERP port; a dotted column is one of a list. */
final class PortSchema {

  private PortSchema() {}

  static Schema<?> of(PortType port) {
    Schema<?> body = object();
    for (PortColumn column : port.columns().values()) {
      int dot = column.name().indexOf('.');
      Schema<?> in = dot < 0 ? body : element(body, column.name().substring(0, dot));
      String name = column.name().substring(dot + 1);
      in.addProperty(name, schema(column.type()));
      if (column.required()) {
        in.addRequiredItem(name);
      }
    }
    return body;
  }

  private static Schema<?> element(Schema<?> body, String list) {
    Schema<?> there = body.getProperties() == null ? null : body.getProperties().get(list);
    if (there != null) {
      return there.getItems();
    }
    Schema<?> element = object();
    body.addProperty(list, new Schema<>().type("array").items(element));
    return element;
  }

  private static Schema<?> object() {
    return new Schema<>().type("object");
  }

  private static Schema<?> schema(ColumnType type) {
    return switch (type) {
      case TEXT -> new Schema<>().type("string");
      case LIST -> new Schema<>().type("array").items(new Schema<>().type("string"));
      case FEN -> new Schema<>().type("integer").format("int64").description("fen");
      case COUNT, STOCK -> new Schema<>().type("integer").format("int64");
      case FLAG -> new Schema<>().type("boolean");
      case TIME -> new Schema<>().type("string").format("date-time");
      case ATTRS -> object().additionalProperties(new Schema<>().type("string"));
      case EXTRA -> new Schema<>();
    };
  }
}
