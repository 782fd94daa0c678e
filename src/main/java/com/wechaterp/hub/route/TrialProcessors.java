package com.wechaterp.hub.route;

import org.apache.camel.CamelContextAware;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.processor.DefaultProcessorFactory;
import org.apache.camel.reifier.ProcessorReifier;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/** Makes and starts each step of a route by itself, and remembers the one that cannot be made. */
final class TrialProcessors extends DefaultProcessorFactory {

  private @Nullable NamedNode failed;

  /** Returns the step that failed since the last call, null if none did. */
  @Nullable NamedNode takeFailed() {
    NamedNode step = failed;
    failed = null;
    return step;
  }

  @Override
  public @Nullable Processor createProcessor(Route route, NamedNode step) throws Exception {
    try {
      Processor made = super.createProcessor(route, step);
      if (made == null && step instanceof ProcessorDefinition<?> definition) {
        made = ProcessorReifier.reifier(route, definition).createProcessor();
      }
      CamelContextAware.trySetCamelContext(made, route.getCamelContext());
      ServiceHelper.startService(made);
      return made;
    } catch (Exception | LinkageError e) {
      // Steps within steps fail from the inside out; the innermost is the one to mend.
      failed = failed == null ? step : failed;
      throw e;
    }
  }
}
