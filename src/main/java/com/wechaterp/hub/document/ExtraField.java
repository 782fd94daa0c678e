package com.wechaterp.hub.document;

import java.util.Map;
import java.util.Set;

/**
 * One value of the ERP for a field that the hub itself does not send.
 *
 * @param operations the operations that the settings let it into
 * @param path where it stands in their bodies, such as {@code skus.lot}
 * @param element the ids of the element of a list that it belongs to; empty where it belongs to the
 *     whole
 * @param value as JSON has it: a text, a number, a flag, a list or an object
 */
public record ExtraField(
    Set<String> operations, String path, Map<String, String> element, Object value) {

  public ExtraField {
    operations = Set.copyOf(operations);
    element = Map.copyOf(element);
  }
}
