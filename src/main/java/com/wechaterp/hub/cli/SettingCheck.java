package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** Checks the settings {@code hub.*}: that each exists and has a value of its kind. */
final class SettingCheck {

  private static final String CHECK = "settings";

  private final ConfigurableEnvironment settings;
  private final SettingNames names;

  SettingCheck(ConfigurableEnvironment settings, Path home) {
    this.settings = settings;
    this.names = SettingNames.of(home);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (PropertySource<?> source : settings.getPropertySources()) {
      boolean given = source instanceof OriginLookup;
      if (given && source instanceof EnumerablePropertySource<?> file) {
        unknown(file, findings);
      }
    }
    names
        .records()
        .forEach((type, prefix) -> bind(prefix, ResolvableType.forClass(type), findings));
    if (findings.isEmpty()) {
      findings.add(Finding.good(CHECK, "every key of hub.* is known", "hub.* 的所有配置项均有效"));
    }
    return findings;
  }

  private void unknown(EnumerablePropertySource<?> file, List<Finding> findings) {
    for (String key : file.getPropertyNames()) {
      if (key.startsWith("hub.") && !names.knows(key) && !names.isGroup(key)) {
        String nearest = String.join(", ", names.nearest(key));
        findings.add(
            Finding.bad(
                CHECK,
                Problem.of(
                    "cli-setting-unknown",
                    "at",
                    at(OriginLookup.getOrigin(file, key)),
                    "setting",
                    key,
                    "nearest",
                    nearest.isEmpty() ? "-" : nearest)));
      }
    }
  }

  /** Boot stops at the first value that is wrong, so the parts are looked at one by one. */
  private void bind(String name, ResolvableType type, List<Finding> findings) {
    try {
      Binder.get(settings).bind(name, Bindable.of(type));
    } catch (BindException e) {
      int before = findings.size();
      parts(name, type).forEach((part, of) -> bind(part, of, findings));
      if (findings.size() == before) {
        ConfigurationProperty property = e.getProperty();
        String at = property == null ? below(name) : at(property.getOrigin());
        findings.add(Finding.bad(CHECK, wrong(e, at)));
      }
    }
  }

  /** What does not fit together is told of the group; where one of it is given, that is the one. */
  private String below(String group) {
    List<String> places = new ArrayList<>();
    for (PropertySource<?> source : settings.getPropertySources()) {
      if (source instanceof OriginLookup && source instanceof EnumerablePropertySource<?> file) {
        for (String key : file.getPropertyNames()) {
          if (key.equals(group) || key.startsWith(group + ".")) {
            places.add(at(OriginLookup.getOrigin(file, key)));
          }
        }
      }
    }
    return places.size() == 1 ? places.get(0) : CHECK;
  }

  private Map<String, ResolvableType> parts(String name, ResolvableType type) {
    Class<?> raw = type.resolve(Object.class);
    Map<String, ResolvableType> parts = new LinkedHashMap<>();
    if (raw.isRecord()) {
      for (RecordComponent part : raw.getRecordComponents()) {
        parts.put(
            name + "." + DataObjectPropertyName.toDashedForm(part.getName()),
            ResolvableType.forType(part.getGenericType()));
      }
    } else if (Map.class.isAssignableFrom(raw)) {
      keys(name).forEach(key -> parts.put(name + "[" + key + "]", type.asMap().getGeneric(1)));
    }
    return parts;
  }

  private Set<String> keys(String name) {
    try {
      return Binder.get(settings)
          .bind(name, Bindable.mapOf(String.class, Object.class))
          .orElse(Map.of())
          .keySet();
    } catch (BindException e) {
      return Set.of();
    }
  }

  /** Returns why the hub could not even be put together. */
  static Finding startFailure(RuntimeException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException failure) {
        return Finding.bad(CHECK, failure.problem());
      }
      if (cause instanceof BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        return Finding.bad(
            CHECK, wrong(failure, property == null ? CHECK : at(property.getOrigin())));
      }
    }
    return Finding.bad(CHECK, Problem.of("cli-settings-file", "reason", reason(thrown)));
  }

  private static Problem wrong(BindException failure, String at) {
    ConfigurationProperty property = failure.getProperty();
    String told = reason(failure);
    WrongValue wrong =
        Objects.requireNonNullElse(WrongValue.of(failure), new WrongValue(told, told));
    return Problem.of(
        "cli-setting-wrong",
        "at",
        at,
        "setting",
        property == null ? failure.getName() : property.getName(),
        "reasonEn",
        wrong.en(),
        "reasonZh",
        wrong.zh());
  }

  private static String reason(Throwable thrown) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(thrown);
    String message = Objects.requireNonNullElse(root.getMessage(), root.getClass().getName());
    return message.replaceAll("\\s+", " ").replaceAll("[.\\s]+$", "");
  }

  private static String at(@Nullable Origin origin) {
    return origin == null ? CHECK : String.valueOf(origin);
  }
}
