package org.tocsin.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;

/** What fraud is must not know how it runs. Archunit fails a rule that finds nothing to check. */
@AnalyzeClasses(packages = "org.tocsin.core", importOptions = DoNotIncludeTests.class)
class CoreIsPureTest {

  @ArchTest
  static final ArchRule knows_no_infrastructure =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..",
              "org.apache.kafka..",
              "org.apache.avro..",
              "com.fasterxml..",
              "java.sql..",
              "javax.sql..",
              "java.net..",
              "java.nio.file..",
              "org.slf4j..",
              "org.tocsin.runtime..",
              "org.tocsin.schemas..")
          .because("a rule must run, and be tested, without a cluster");

  @ArchTest
  static final ArchRule time_is_an_input =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .dependOnClassesThat(Predicates.assignableTo(Clock.class))
          .because("a replay must give the same answer tomorrow");

  @ArchTest
  static final ArchRule nothing_is_random =
      noClasses()
          .should()
          .dependOnClassesThat(Predicates.assignableTo(Random.class))
          .orShould()
          .dependOnClassesThat(Predicates.type(UUID.class))
          .orShould()
          .callMethod(Math.class, "random")
          .because("the same events and rules give the same ids");
}
