package com.wechaterp.hub.callback;

import java.util.Map;
import javax.xml.stream.XMLStreamException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads messages in XML or JSON into documents. */
class MessageParser {

  /** WeChat's deepest event has five levels. */
  static final int DEEPEST = 12;

  private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final XmlDocument xml = new XmlDocument();

  /**
   * Returns the message as a document.
   *
   * @throws RefusedCallback if it is neither, or nested too deeply
   */
  Map<String, Object> parse(String text) {
    try {
      return Message.Format.of(text) == Message.Format.JSON
          ? json.readValue(text, DOCUMENT)
          : xml.read(text.strip());
    } catch (StreamConstraintsException e) {
      throw new RefusedCallback(Refusal.TOO_DEEP);
    } catch (JacksonException | XMLStreamException e) {
      throw new RefusedCallback(Refusal.MALFORMED);
    }
  }
}
