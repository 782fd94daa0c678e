package com.wechaterp.hub.erp;

/** What other parts of the hub read from the pack's {@code images} section. */
public interface PackSettings {

  /** Returns a setting, empty if the pack does not give it. */
  String get(String name);
}
