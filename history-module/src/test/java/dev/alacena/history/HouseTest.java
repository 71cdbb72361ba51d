package dev.alacena.history;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The application of a run knows of the library what every application does: its API. */
@AnalyzeClasses(packages = "dev.alacena.history")
final class HouseTest {

    @ArchTest
    static final ArchRule nothingCompilesAgainstTheLibrary = noClasses()
            .that()
            .resideInAPackage("dev.alacena.history..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.alacena.cache..", "org.redisson..");

    @ArchTest
    static final ArchRule theCheckerKnowsTheEventsAlone = noClasses()
            .that()
            .resideInAPackage("dev.alacena.history.check..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.alacena.history.application..", "dev.alacena.history.nemesis..", "dev.alacena.history.run..");
}
