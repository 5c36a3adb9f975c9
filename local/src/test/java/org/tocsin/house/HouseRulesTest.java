package org.tocsin.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room may know which: core ← runtime ← jobs, core ← console, schemas ← runtime, console. */
@AnalyzeClasses(packages = "org.tocsin", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule schemas_know_no_other_room =
      noClasses()
          .that()
          .resideInAPackage("org.tocsin.schemas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tocsin.core..",
              "org.tocsin.runtime..",
              "org.tocsin.detection..",
              "org.tocsin.dissuasion..",
              "org.tocsin.linking..",
              "org.tocsin.console..",
              "org.tocsin.local..");

  @ArchTest
  static final ArchRule runtime_knows_no_job =
      noClasses()
          .that()
          .resideInAPackage("org.tocsin.runtime..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tocsin.detection..",
              "org.tocsin.dissuasion..",
              "org.tocsin.linking..",
              "org.tocsin.console..",
              "org.tocsin.local..");

  @ArchTest
  static final ArchRule jobs_meet_in_topics_only =
      noClasses()
          .that()
          .resideInAPackage("org.tocsin.detection..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tocsin.dissuasion..",
              "org.tocsin.linking..",
              "org.tocsin.console..",
              "org.tocsin.local..");

  @ArchTest
  static final ArchRule dissuasion_knows_no_other_job =
      noClasses()
          .that()
          .resideInAPackage("org.tocsin.dissuasion..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tocsin.detection..",
              "org.tocsin.linking..",
              "org.tocsin.console..",
              "org.tocsin.local..");

  @ArchTest
  static final ArchRule linking_knows_no_other_job =
      noClasses()
          .that()
          .resideInAPackage("org.tocsin.linking..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tocsin.detection..",
              "org.tocsin.dissuasion..",
              "org.tocsin.console..",
              "org.tocsin.local..");

  @ArchTest
  static final ArchRule console_knows_no_flink =
      noClasses()
          .that()
          .resideInAPackage("org.tocsin.console..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..",
              "org.tocsin.runtime..",
              "org.tocsin.detection..",
              "org.tocsin.dissuasion..",
              "org.tocsin.linking..",
              "org.tocsin.local..");

  @ArchTest
  static final ArchRule only_the_console_writes_the_database =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.tocsin.console..", "org.tocsin.local..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.jdbi..", "org.flywaydb..");

  @ArchTest
  static final ArchRule one_class_touches_the_nfa =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.tocsin.runtime.sequence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink.cep.nfa",
              "org.apache.flink.cep.nfa.compiler..",
              "org.apache.flink.cep.nfa.sharedbuffer..")
          .because("the NFA's classes are not stable API");

  @ArchTest
  static final ArchRule core_has_no_cycles =
      slices().matching("org.tocsin.core.(*)..").should().beFreeOfCycles();
}
