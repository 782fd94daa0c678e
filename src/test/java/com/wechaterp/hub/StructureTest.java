package com.wechaterp.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the structure of DESIGN: who may know whom. */
@AnalyzeClasses(
    packages = "com.wechaterp.hub",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class StructureTest {

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("com.wechaterp.hub.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theErpEndKnowsNoWeChatType =
      noClasses()
          .that()
          .resideInAPackage("..hub.erp..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..hub.wechat..");

  @ArchTest
  static final ArchRule theWeChatEndKnowsNoErpType =
      noClasses()
          .that()
          .resideInAPackage("..hub.wechat..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..hub.erp..");

  @ArchTest
  static final ArchRule businessPackagesKnowNeitherEndsInternals =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..hub.wechat..",
              "..hub.erp..",
              "..hub.route..",
              "..hub.sandbox..",
              "..hub.cli..",
              "..hub.api..",
              "..hub.rehearsal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..hub.wechat.component..", "..hub.erp.pack..");

  @ArchTest
  static final ArchRule nothingImportsTheLeaves =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..hub.sandbox..",
              "..hub.cli..",
              "..hub.api..",
              "..hub.rehearsal..",
              "com.wechaterp.hub")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..hub.sandbox..", "..hub.cli..", "..hub.api..", "..hub.rehearsal..");

  /** Such a stream keeps its connection until somebody closes it; {@code list()} gives it back. */
  @ArchTest
  static final ArchRule queriesGiveTheirConnectionsBack =
      noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

  /** Their pools interrupt whoever works when they end, and an interrupt closes H2. */
  @ArchTest
  static final ArchRule threadsThatMayTouchTheDatabaseAreNotInterrupted =
      noClasses().should().dependOnClassesThat().areAssignableTo(Executors.class);
}
