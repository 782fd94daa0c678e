package com.wechaterp.hub.route;

import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;

/**
 * What route files may name besides each other.
 *
 * <p>Beans are known by their types alone, so that routes are checked without a database.
 */
interface RouteSurroundings {

  /** Returns the names of all beans. */
  Collection<String> beans();

  /** Returns a bean's type, null if there is no such bean. */
  @Nullable Class<?> type(String bean);

  /** Returns what is no bean and still known to routes. */
  Collection<BeanRepository> more();

  /** Returns a component of the hub's own, for one Camel context; null if it is none of them. */
  @Nullable Component component(String scheme);

  /** Returns a setting's value, null if it is not set. */
  @Nullable String setting(String name);

  /** Returns whether all settings are known, so that one that is not set is a mistake. */
  boolean knowsSettings();

  /** Returns the names of the hub's settings that are set. */
  Collection<String> settings();

  /** Gives a Camel context what the hub's own has, such as transformers. */
  void furnish(CamelContext context);
}
