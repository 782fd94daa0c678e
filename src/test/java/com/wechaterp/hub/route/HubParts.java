package com.wechaterp.hub.route;

import com.wechaterp.hub.HubApplication;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.MapPropertySource;

/** The hub's beans by their types: nothing is connected, nothing runs. */
@ComponentScan(
    basePackageClasses = HubApplication.class,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = HubApplication.class))
class HubParts {

  static AnnotationConfigApplicationContext context(Path home) {
    AnnotationConfigApplicationContext context = new Unstarted();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("hub.home", home.toString())));
    context.register(HubParts.class);
    context.refresh();
    return context;
  }

  /** Knows all beans and makes each only when it is asked for. */
  private static final class Unstarted extends AnnotationConfigApplicationContext {

    @Override
    protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beans) {
      beans.addEmbeddedValueResolver(getEnvironment()::resolvePlaceholders);
    }

    @Override
    protected void finishRefresh() {
      // What runs by itself would need a database.
    }
  }
}
