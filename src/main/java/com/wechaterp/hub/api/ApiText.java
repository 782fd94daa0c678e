package com.wechaterp.hub.api;

import java.util.Map;
import java.util.Set;

/**
 * What is said of one address of the API.
 *
 * @param scopes the scopes that open it, any of them
 * @param chinese one line in Chinese
 * @param english what it does
 * @param body the ERP port whose columns the request body has, or empty
 * @param answer what it answers
 * @param parameters what its parameters mean, by name
 */
record ApiText(
    Set<Scope> scopes,
    String chinese,
    String english,
    String body,
    String answer,
    Map<String, String> parameters) {

  /** An address nobody has described is for administrators alone. */
  static final ApiText NONE = new ApiText(Set.of(Scope.ADMIN), "", "", "", "", Map.of());

  ApiText {
    scopes = Set.copyOf(scopes);
    parameters = Map.copyOf(parameters);
  }
}
