package com.wechaterp.hub.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One key of a route file and what stands under it.
 *
 * @param name the key, such as {@code to}
 * @param line its line, from 1
 * @param value what stands under it
 */
record RouteStep(String name, int line, Node value) {

  /** Visits every key of a document, outer ones first. */
  static void visit(Node node, Consumer<RouteStep> visitor) {
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> visit(item, visitor));
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          int line = key.getStartMark().getLine() + 1;
          visitor.accept(new RouteStep(key.getValue(), line, tuple.getValueNode()));
        }
        visit(tuple.getValueNode(), visitor);
      }
    }
  }

  /** Returns a key that stands twice in one mapping, null if there is none: one would be lost. */
  static @Nullable NodeTuple twice(Node node) {
    List<Node> within =
        node instanceof SequenceNode sequence
            ? new ArrayList<>(sequence.getValue())
            : new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      Set<String> keys = new HashSet<>();
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
          return tuple;
        }
        within.add(tuple.getValueNode());
      }
    }
    return within.stream().map(RouteStep::twice).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Returns the step with the line on which the value of one of its keys begins, if it has it. */
  RouteStep at(String key) {
    if (value instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return new RouteStep(this.name, start(tuple.getValueNode()), value);
        }
      }
    }
    return this;
  }

  /** Returns the mappings under the key: the one, or those of its list. */
  List<RouteStep> items() {
    List<Node> nodes = value instanceof SequenceNode list ? list.getValue() : List.of(value);
    return nodes.stream()
        .filter(MappingNode.class::isInstance)
        .map(node -> new RouteStep(name, start(node), node))
        .toList();
  }

  /** Returns the line on which a node begins, from 1. */
  static int start(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** Returns the scalar itself, or the scalar under the given key. */
  Optional<String> text(String key) {
    if (value instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    return Optional.ofNullable(scalars(value).get(key));
  }

  /** Returns the scalar under the given key, never the step's own scalar. */
  Optional<String> under(String key) {
    return Optional.ofNullable(scalars(value).get(key));
  }

  /** Returns the scalars under {@code parameters}. */
  Map<String, String> parameters() {
    Map<String, String> found = new LinkedHashMap<>();
    if (value instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("parameters")) {
          found.putAll(scalars(tuple.getValueNode()));
        }
      }
    }
    return found;
  }

  private static Map<String, String> scalars(Node node) {
    Map<String, String> found = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && tuple.getValueNode() instanceof ScalarNode scalar) {
          found.put(key.getValue(), scalar.getValue());
        }
      }
    }
    return found;
  }
}
