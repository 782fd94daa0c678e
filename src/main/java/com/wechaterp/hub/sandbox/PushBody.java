package com.wechaterp.hub.sandbox;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes messages as XML, lists as repeated elements, or as JSON. */
class PushBody {

  private final boolean json;

  PushBody(String format) {
    this.json = format.equals("json");
  }

  String contentType() {
    return json ? "application/json; charset=UTF-8" : "text/xml; charset=UTF-8";
  }

  String write(Map<String, Object> message) {
    if (json) {
      return JsonMapper.builder().build().writeValueAsString(message);
    }
    StringBuilder xml = new StringBuilder("<xml>");
    elements(message, xml);
    return xml.append("</xml>").toString();
  }

  private static void elements(Map<String, Object> fields, StringBuilder xml) {
    fields.forEach(
        (name, value) -> {
          List<?> values = value instanceof List<?> list ? list : List.of(value);
          values.forEach(one -> element(name, one, xml));
        });
  }

  private static void element(String name, Object value, StringBuilder xml) {
    xml.append('<').append(name).append('>');
    if (value instanceof Map<?, ?>) {
      elements(Fields.object(value), xml);
    } else if (value instanceof Number) {
      xml.append(value);
    } else {
      String safe = String.valueOf(value).replace("]]>", "]]]]><![CDATA[>");
      xml.append("<![CDATA[").append(safe).append("]]>");
    }
    xml.append("</").append(name).append('>');
  }
}
