package com.wechaterp.hub.cli;

import com.wechaterp.hub.HubApplication;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.route.RouteFiles;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Every setting {@code hub.*} there is: those of the properties records, and those the route files
 * name. A {@code *} stands for a name the admin gives.
 */
final class SettingNames {

  private static final Pattern IN_ROUTES = Pattern.compile("\\{\\{(hub\\.[a-z0-9.-]+)");

  /** What the hub tells itself; nothing for an admin. */
  static final Set<String> INTERNAL =
      Set.of("hub.routes.run", "hub.rehearsal.demo", "hub.settings.unread");

  private final Map<Class<?>, String> records = new LinkedHashMap<>();
  private final Set<String> names = new TreeSet<>();

  /** Where one text may stand for a whole record, as in a list of API keys. */
  private final Set<String> shorthands = new TreeSet<>();

  private SettingNames() {}

  static SettingNames of(Path home) {
    SettingNames all = new SettingNames();
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    scan.findCandidateComponents(HubApplication.class.getPackageName())
        .forEach(found -> all.add(String.valueOf(found.getBeanClassName())));
    all.readRoutes(home.resolve("routes"));
    all.names.addAll(INTERNAL);
    return all;
  }

  /** Returns the properties records with their prefixes, which several may share. */
  Map<Class<?>, String> records() {
    return Collections.unmodifiableMap(records);
  }

  /** Returns every name. */
  Set<String> all() {
    return Collections.unmodifiableSet(names);
  }

  boolean knows(String key) {
    return Stream.concat(names.stream(), shorthands.stream())
        .anyMatch(name -> pattern(name).matcher(key).matches());
  }

  /** Returns whether a name is not a setting's, but that of a group of them. */
  boolean isGroup(String key) {
    return names.stream().anyMatch(name -> name.startsWith(key + "."));
  }

  List<String> nearest(String key) {
    return Nearest.of(key, names);
  }

  /** Boot takes {@code appId}, {@code app_id} and {@code app-id} alike. */
  private static Pattern pattern(String name) {
    String relaxed =
        name.replace(".", "\\.").replace("-", "[-_]?").replace("*", "(?:[^.\\[]+|\\[[^]]+])");
    return Pattern.compile(relaxed + "(\\[\\d+])?", Pattern.CASE_INSENSITIVE);
  }

  private void add(String className) {
    Class<?> type = ClassUtils.resolveClassName(className, SettingNames.class.getClassLoader());
    ConfigurationProperties settings =
        Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class));
    records.put(type, settings.value());
    walk(settings.value(), type);
  }

  private void walk(String prefix, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name =
          prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      add(name, component.getGenericType());
    }
  }

  private void add(String name, Type type) {
    if (type instanceof ParameterizedType generic
        && Map.class.isAssignableFrom((Class<?>) generic.getRawType())) {
      add(name + ".*", generic.getActualTypeArguments()[1]);
    } else if (type instanceof Class<?> named && Map.class.isAssignableFrom(named)) {
      shorthands.add(name);
      shorthands.add(name + ".*");
      add(name + ".*", ResolvableType.forClass(named).asMap().getGeneric(1).resolve(Object.class));
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      walk(name, plain);
    } else {
      names.add(name);
    }
  }

  private void readRoutes(Path folder) {
    for (String text : RouteFiles.texts(folder)) {
      Matcher named = IN_ROUTES.matcher(text);
      while (named.find()) {
        names.add(named.group(1));
      }
    }
  }
}
