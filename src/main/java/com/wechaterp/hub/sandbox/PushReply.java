package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.callback.MessageCipher;
import java.io.StringReader;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an answer that says more than success: XML or JSON, encrypted or not (WeChat docs, message
 * push [消息推送]).
 */
final class PushReply {

  private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

  private PushReply() {}

  /** Returns the fields of an answer; none for success, and for what cannot be read. */
  static Map<String, Object> read(Shop shop, String text) {
    Map<String, Object> fields = fields(text.strip());
    String encrypted = Fields.text(fields, "Encrypt");
    if (encrypted.isEmpty()) {
      return fields;
    }
    try {
      return fields(
          new MessageCipher(shop.settings().encodingAesKey(), shop.appId()).decrypt(encrypted));
    } catch (IllegalArgumentException e) {
      return Fields.of("ret_code", -1, "ret_msg", "cannot be decrypted");
    }
  }

  private static Map<String, Object> fields(String text) {
    try {
      if (text.startsWith("{")) {
        return JsonMapper.shared().readValue(text, DOCUMENT);
      }
      return text.startsWith("<") ? xml(text) : Fields.of();
    } catch (JacksonException | XMLStreamException e) {
      return Fields.of("ret_code", -1, "ret_msg", "cannot be read");
    }
  }

  private static Map<String, Object> xml(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
    Map<String, Object> fields = Fields.of();
    reader.nextTag();
    while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
      fields.put(reader.getLocalName(), reader.getElementText().strip());
    }
    return fields;
  }
}
