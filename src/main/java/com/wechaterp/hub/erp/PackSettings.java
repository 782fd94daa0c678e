package com.wechaterp.hub.erp;

import java.nio.file.Path;

/** What other parts of the hub read from the pack's {@code images} section. */
public interface PackSettings {

  /** Returns a setting, empty if the pack does not give it. */
  String get(String name);

  /** Returns the pack's folder, below which {@code file:} pictures are. */
  Path folder();
}
