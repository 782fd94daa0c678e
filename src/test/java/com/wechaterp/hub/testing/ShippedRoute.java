package com.wechaterp.hub.testing;

import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.component.WeChatComponentOf;
import com.wechaterp.hub.work.WorkHeaders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Message;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;
import org.apache.camel.spi.TransformerKey;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/**
 * One route of the delivered files, with a given WeChat at its end: what the work list would hand
 * it is sent to it, and what it throws is thrown.
 *
 * <p>The record that a test hands in stands for what the ERP's document would have become.
 */
public final class ShippedRoute implements AutoCloseable {

  private static final String FROM = "direct:shipped";

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final String flow;

  /**
   * Loads it.
   *
   * @param file the name of its file in {@code routes}
   * @param beans what the route names, by name
   * @param transformers what makes WeChat's bodies
   */
  public ShippedRoute(
      String file,
      String id,
      WeChat wechat,
      Map<String, Object> beans,
      List<? extends Transformer> transformers) {
    flow = id.substring(0, id.lastIndexOf('-'));
    // A test asserts on what is thrown; nobody needs it in the log.
    camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
    camel.addComponent("wechat", WeChatComponentOf.calling(wechat));
    beans.forEach(camel.getRegistry()::bind);
    transformers.forEach(
        each -> camel.getTransformerRegistry().put(TransformerKey.createFrom(each), each));
    try {
      load(file, id);
      AdviceWith.adviceWith(
          camel,
          id,
          advice -> {
            advice.replaceFromWith(FROM);
            advice.weaveByToUri("erp:*").remove();
          });
      camel.start();
    } catch (Exception e) {
      throw new IllegalStateException("The route " + id + " of " + file + " does not load", e);
    }
  }

  private void load(String file, String id) throws Exception {
    Path path = Path.of("routes", file).toAbsolutePath();
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:" + path));
    List<RouteDefinition> others =
        camel.getRouteDefinitions().stream().filter(each -> !id.equals(each.getId())).toList();
    camel.removeRouteDefinitions(others);
    for (String record : List.of("hub:product", "hub:order", "hub:shipment", "hub:qualification")) {
      camel
          .getTransformerRegistry()
          .put(new TransformerKey(DataType.ANY, new DataType(record)), new Given());
    }
  }

  /** Sends it a key of the account {@code main} and what the ERP has of it. */
  public void send(String key, @Nullable Object record) {
    try {
      camel
          .createFluentProducerTemplate()
          .to(FROM)
          .withHeader(WorkHeaders.FLOW, flow)
          .withHeader(WorkHeaders.ACCOUNT, "main")
          .withHeader(WorkHeaders.KEY, key)
          .withBody(record)
          .request();
    } catch (CamelExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    camel.stop();
  }

  private static final class Given extends Transformer {

    @Override
    public void transform(Message message, DataType from, DataType to) {
      // It is the record already.
    }
  }
}
