package com.wechaterp.hub.erp.pack;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Makes values of YAML, where some places mean what is written: to YAML {@code 0101} is 65 and
 * {@code ON} is true, to an ERP they are codes.
 */
final class WrittenYaml extends SafeConstructor {

  private static final Set<String> MAPS = Set.of("values", "constants", "images");
  private static final Set<String> RULES =
      Set.of("default", "map", "prefix", "split", "names-from", "sql");

  WrittenYaml(LoaderOptions options) {
    super(options);
    setAllowDuplicateKeys(options.isAllowDuplicateKeys());
  }

  /** Returns what a document says, null if it says nothing. */
  @Nullable Object read(@Nullable Node document) {
    if (document == null) {
      return null;
    }
    if (document instanceof MappingNode root) {
      for (NodeTuple tuple : root.getValue()) {
        if (MAPS.contains(key(tuple))) {
          written(tuple.getValueNode());
        } else {
          rules(tuple.getValueNode());
        }
      }
    }
    return constructDocument(document);
  }

  private static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
  }

  private static void rules(Node node) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (RULES.contains(key(tuple)) && tuple.getValueNode() instanceof ScalarNode) {
          written(tuple.getValueNode());
        } else {
          rules(tuple.getValueNode());
        }
      }
    }
  }

  private static void written(Node node) {
    if (node instanceof ScalarNode && !Tag.NULL.equals(node.getTag())) {
      node.setTag(Tag.STR);
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(WrittenYaml::written);
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (!Tag.MERGE.equals(tuple.getKeyNode().getTag())) {
          written(tuple.getKeyNode());
        }
        written(tuple.getValueNode());
      }
    }
  }
}
