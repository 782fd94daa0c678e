package com.wechaterp.hub.callback;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads messages in XML or JSON into documents; repeated XML elements become lists. */
class MessageParser {

  private static final TypeReference<LinkedHashMap<String, Object>> DOCUMENT =
      new TypeReference<>() {};
  private static final int DEEPEST = 12;

  private final JsonMapper json =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private final XMLInputFactory xml = XMLInputFactory.newFactory();

  MessageParser() {
    // Without document types there are no entities to expand and no files to read.
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  /**
   * Returns the message as a document.
   *
   * @throws RefusedCallback if it is neither
   */
  Map<String, Object> parse(String text) {
    String body = text.strip();
    try {
      return body.startsWith("{") ? json.readValue(body, DOCUMENT) : xml(body);
    } catch (JacksonException | XMLStreamException e) {
      throw new RefusedCallback(HttpStatus.BAD_REQUEST, "it is neither XML nor JSON");
    }
  }

  private Map<String, Object> xml(String body) throws XMLStreamException {
    XMLStreamReader reader = xml.createXMLStreamReader(new StringReader(body));
    try {
      reader.nextTag();
      Object root = element(reader, 0);
      Map<String, Object> document = new LinkedHashMap<>();
      if (root instanceof Map<?, ?> map) {
        map.forEach((name, value) -> document.put(String.valueOf(name), value));
      }
      return document;
    } finally {
      reader.close();
    }
  }

  private Object element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new RefusedCallback(HttpStatus.BAD_REQUEST, "its XML is nested too deeply");
    }
    Map<String, Object> children = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        add(children, reader.getLocalName(), element(reader, depth + 1));
      } else if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
        text.append(reader.getText());
      } else if (event == XMLStreamReader.END_ELEMENT) {
        return children.isEmpty() ? text.toString().strip() : children;
      }
    }
    throw new XMLStreamException("The document ends early");
  }

  @SuppressWarnings("unchecked")
  private static void add(Map<String, Object> children, String name, Object value) {
    Object before = children.get(name);
    if (before == null) {
      children.put(name, value);
    } else if (before instanceof ArrayList<?> list) {
      ((List<Object>) list).add(value);
    } else {
      children.put(name, new ArrayList<>(List.of(before, value)));
    }
  }
}
