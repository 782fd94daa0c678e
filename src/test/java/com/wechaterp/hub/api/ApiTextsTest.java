package com.wechaterp.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.HubApplication;
import com.wechaterp.hub.erp.pack.PortType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whoever adds an address to the API describes it in {@code src/main/resources/api}. */
class ApiTextsTest {

  private static final ApiTexts TEXTS = ApiTexts.load();

  /** The description is served by springdoc, not by a controller of the hub. */
  private static final String DESCRIPTION = "GET /api/v1/openapi.json";

  static Set<String> addresses() {
    return TEXTS.addresses();
  }

  @Test
  void describesEveryAddressAndNoOther() {
    Set<String> served = served();
    served.add(DESCRIPTION);

    assertThat(TEXTS.addresses()).containsExactlyInAnyOrderElementsOf(served);
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void saysWhatAnAddressDoesInBothLanguages(String address) {
    ApiText text = text(address);

    assertThat(text.chinese()).isNotBlank().matches(".*\\p{IsHan}.*");
    assertThat(text.english()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
    assertThat(text.answer()).isNotBlank();
    assertThat(text.scopes()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void namesOnlyPortsThatExist(String address) {
    String body = text(address).body();

    assertThat(body.isEmpty() || PortType.names().contains(body)).isTrue();
  }

  @Test
  void leavesWhatNobodyHasDescribedToAdministrators() {
    assertThat(TEXTS.of("POST", "/api/v1/new").scopes()).containsExactly(Scope.ADMIN);
  }

  private static ApiText text(String address) {
    String[] parts = address.split(" ");
    return TEXTS.of(parts[0], parts[1]);
  }

  private static Set<String> served() {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    return scan.findCandidateComponents(HubApplication.class.getPackageName()).stream()
        .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
        // Tests bring small controllers of their own.
        .filter(type -> type.getEnclosingClass() == null)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(method -> addresses(method).stream())
        .filter(address -> address.contains(" /api/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> addresses(Method method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    RequestMapping type =
        AnnotatedElementUtils.findMergedAnnotation(
            method.getDeclaringClass(), RequestMapping.class);
    Set<String> addresses = new TreeSet<>();
    if (mapping != null) {
      String[] paths = mapping.path().length == 0 ? new String[] {""} : mapping.path();
      String prefix = type == null || type.path().length == 0 ? "" : type.path()[0];
      Arrays.stream(mapping.method())
          .forEach(
              verb ->
                  Arrays.stream(paths)
                      .forEach(path -> addresses.add(ApiTexts.plain(verb + " " + prefix + path))));
    }
    return addresses;
  }
}
