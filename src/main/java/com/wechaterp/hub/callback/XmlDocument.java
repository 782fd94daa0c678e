package com.wechaterp.hub.callback;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML of messages: elements with elements or text; repeated elements become lists. */
class XmlDocument {

  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

  XmlDocument() {
    // Without document types there are no entities to expand and no files to read.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  Map<String, Object> read(String text) throws XMLStreamException {
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
    try {
      Map<String, Object> document = new LinkedHashMap<>();
      reader.nextTag();
      if (element(reader, 1) instanceof Map<?, ?> fields) {
        fields.forEach((name, value) -> document.put(String.valueOf(name), value));
      }
      if (reader.next() != XMLStreamReader.END_DOCUMENT) {
        throw new XMLStreamException("Something follows the end");
      }
      return document;
    } finally {
      reader.close();
    }
  }

  private Object element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > MessageParser.DEEPEST) {
      throw new RefusedCallback(Refusal.TOO_DEEP);
    }
    Map<String, Object> children = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamReader.START_ELEMENT ->
            add(children, reader.getLocalName(), element(reader, depth + 1));
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        case XMLStreamReader.END_ELEMENT -> {
          return end(children, text.toString().strip());
        }
        default -> throw new XMLStreamException("Only elements and text are expected");
      }
    }
    throw new XMLStreamException("The document ends early");
  }

  private static Object end(Map<String, Object> children, String text) throws XMLStreamException {
    if (children.isEmpty()) {
      return text;
    }
    if (!text.isEmpty()) {
      throw new XMLStreamException("Text stands between elements");
    }
    return children;
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
