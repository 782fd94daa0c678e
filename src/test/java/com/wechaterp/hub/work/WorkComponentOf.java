package com.wechaterp.hub.work;

import org.apache.camel.Component;
import org.mockito.Mockito;

/** The real component before a work list of a test; nothing is worked on. */
public final class WorkComponentOf {

  private WorkComponentOf() {}

  public static Component marking(WorkList list) {
    return new WorkComponent(list, Mockito.mock(WorkRunnerFactory.class), "main");
  }
}
