package com.wechaterp.hub.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The beans that routes can name: the hub's own and Camel's, and none that leads to the hub's own
 * database.
 */
final class RouteBeans implements BeanRepository {

  private static final List<String> PACKAGES = List.of("com.wechaterp.hub.", "org.apache.camel.");

  private static final List<Class<?>> TO_THE_DATABASE =
      List.of(
          DataSource.class,
          JdbcOperations.class,
          NamedParameterJdbcOperations.class,
          JdbcClient.class,
          TransactionManager.class,
          TransactionOperations.class);

  private final ApplicationContext beans;

  RouteBeans(ApplicationContext beans) {
    this.beans = beans;
  }

  @Override
  public @Nullable Object lookupByName(String name) {
    return lookupByNameAndType(name, Object.class);
  }

  @Override
  public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
    if (!isShown(name) || !beans.isTypeMatch(name, type)) {
      return null;
    }
    // What a configuration leaves out stands there as an object that is no bean.
    Object bean = beans.getBean(name);
    return type.isInstance(bean) && !bean.equals(null) ? type.cast(bean) : null;
  }

  @Override
  public <T> Map<String, T> findByTypeWithName(Class<T> type) {
    Map<String, T> found = new LinkedHashMap<>();
    for (String name : beans.getBeanNamesForType(type)) {
      T bean = lookupByNameAndType(name, type);
      if (bean != null) {
        found.put(name, bean);
      }
    }
    return found;
  }

  @Override
  public <T> Set<T> findByType(Class<T> type) {
    return Set.copyOf(findByTypeWithName(type).values());
  }

  private boolean isShown(String name) {
    Class<?> type = beans.containsBean(name) ? beans.getType(name) : null;
    return type != null && isShown(type);
  }

  /** Returns whether routes may name a bean of a type. */
  static boolean isShown(Class<?> type) {
    return PACKAGES.stream().anyMatch(type.getName()::startsWith)
        && TO_THE_DATABASE.stream().noneMatch(way -> way.isAssignableFrom(type));
  }
}
