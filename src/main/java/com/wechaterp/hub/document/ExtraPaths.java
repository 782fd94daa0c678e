package com.wechaterp.hub.document;

import java.util.Set;

/** Knows which fields may go into which bodies although the hub itself does not send them. */
@FunctionalInterface
public interface ExtraPaths {

  /** Lets nothing into any body. */
  ExtraPaths NONE = path -> Set.of();

  /** Returns the operations that a field may go into; empty if there is none. */
  Set<String> operations(String path);
}
