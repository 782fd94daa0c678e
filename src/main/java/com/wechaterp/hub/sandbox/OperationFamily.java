package com.wechaterp.hub.sandbox;

import java.util.Map;

/** The operations of one area; every bean of this type is played by the sandbox. */
@FunctionalInterface
interface OperationFamily {

  /** Returns how each operation is answered, by operation id. */
  Map<String, SandboxOperation> operations();
}
