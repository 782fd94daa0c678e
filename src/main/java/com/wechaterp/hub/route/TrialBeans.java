package com.wechaterp.hub.route;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.apache.camel.Component;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.objenesis.ObjenesisStd;

/**
 * The hub's beans as a trial sees them: objects of the right types that were never constructed,
 * since a trial calls none of them.
 */
final class TrialBeans implements BeanRepository {

  private static final String COMPONENT = "-component";

  private final RouteSurroundings surroundings;
  private final Map<String, Class<?>> types = new LinkedHashMap<>();
  private final Map<String, Object> made = new HashMap<>();

  TrialBeans(RouteSurroundings surroundings) {
    this.surroundings = surroundings;
    for (String name : surroundings.beans()) {
      Class<?> type = surroundings.type(name);
      if (type != null) {
        types.put(name, type);
      }
    }
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
    Class<?> type = types.get(name);
    if (type == null || Modifier.isAbstract(type.getModifiers()) && !type.isInterface()) {
      return null;
    }
    // A proxy that equals itself only: Camel puts beans into sets.
    return type.isInterface()
        ? ProxyFactory.getProxy(type, (MethodInterceptor) call -> null)
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
    for (Map.Entry<String, Class<?>> each : types.entrySet()) {
      Class<?> bean = each.getValue();
      if (type.isAssignableFrom(bean) && !Component.class.isAssignableFrom(bean)) {
        T made = lookupByNameAndType(each.getKey(), type);
        if (made != null) {
          found.put(each.getKey(), made);
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
