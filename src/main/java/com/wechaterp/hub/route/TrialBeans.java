package com.wechaterp.hub.route;

import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Component;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.objenesis.ObjenesisStd;

/**
 * The hub's beans as a trial sees them: objects of the right types that were never constructed,
 * since a trial calls none of them.
 */
final class TrialBeans implements BeanRepository {

  private static final String COMPONENT = "-component";

  private final RouteSurroundings surroundings;
  private final Map<String, Object> made = new HashMap<>();

  TrialBeans(RouteSurroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public @Nullable Object lookupByName(String name) {
    if (!made.containsKey(name)) {
      Object bean = make(name);
      if (bean == null) {
        return null;
      }
      made.put(name, bean);
    }
    return made.get(name);
  }

  private @Nullable Object make(String name) {
    if (name.endsWith(COMPONENT)) {
      return surroundings.component(name.substring(0, name.length() - COMPONENT.length()));
    }
    Class<?> type = surroundings.type(name);
    if (type == null || Modifier.isAbstract(type.getModifiers()) && !type.isInterface()) {
      return null;
    }
    return type.isInterface()
        ? Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> null)
        : new ObjenesisStd().newInstance(type);
  }

  @Override
  public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
    Object bean = lookupByName(name);
    return type.isInstance(bean) ? type.cast(bean) : null;
  }

  /** Camel asks for parts of its own by type too, and would use one that was never constructed. */
  @Override
  public <T> Map<String, T> findByTypeWithName(Class<T> type) {
    Map<String, T> found = new HashMap<>();
    if (type == Object.class || type.getName().startsWith("org.apache.camel.")) {
      return found;
    }
    for (String name : surroundings.beans()) {
      Class<?> each = surroundings.type(name);
      if (each != null && type.isAssignableFrom(each) && !Component.class.isAssignableFrom(each)) {
        T bean = lookupByNameAndType(name, type);
        if (bean != null) {
          found.put(name, bean);
        }
      }
    }
    return found;
  }

  @Override
  public <T> Set<T> findByType(Class<T> type) {
    return new HashSet<>(findByTypeWithName(type).values());
  }
}
