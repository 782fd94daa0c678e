package com.wechaterp.hub.rehearsal;

import com.wechaterp.hub.rehearsal.demo.DemoErp;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/** The settings of the demo ERP; asking for its address waits until its database runs. */
final class DemoErpSettings extends EnumerablePropertySource<DemoErp> {

  DemoErpSettings(DemoErp demo) {
    super("demo ERP", demo);
  }

  @Override
  public String[] getPropertyNames() {
    return new String[] {"hub.erp.url", "hub.erp.username", "hub.rehearsal.demo"};
  }

  @Override
  public @Nullable Object getProperty(String name) {
    return switch (name) {
      case "hub.erp.url" -> getSource().await().url();
      case "hub.erp.username" -> getSource().await().user();
      case "hub.rehearsal.demo" -> "true";
      default -> null;
    };
  }
}
