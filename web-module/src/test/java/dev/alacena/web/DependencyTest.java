package dev.alacena.web;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.interceptor.InterceptorBinding;

/**
 * web → domain → api ← cache, and inside cache cdi → plan → engine ← local, redis, codec. Without exceptions; packages
 * that do not exist yet are held as soon as they do.
 */
@AnalyzeClasses(packages = "dev.alacena", importOptions = DoNotIncludeTests.class)
final class DependencyTest {

    private static final String CACHE = "dev.alacena.cache..";
    private static final String CDI = "dev.alacena.cache.cdi..";
    private static final String PLAN = "dev.alacena.cache.plan..";
    private static final String ENGINE = "dev.alacena.cache.engine..";
    private static final String LOCAL = "dev.alacena.cache.local..";
    private static final String REDIS = "dev.alacena.cache.redis..";
    private static final String CODEC = "dev.alacena.cache.codec..";
    private static final String THROTTLE = "dev.alacena.cache.throttle..";
    private static final String METRICS = "dev.alacena.cache.metrics..";
    private static final String WIRING = "dev.alacena.cache.wiring..";

    @ArchTest
    static final ArchRule nobodyKnowsTheCache = noClasses()
            .that()
            .resideOutsideOfPackage(CACHE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CACHE);

    @ArchTest
    static final ArchRule theApiKnowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage("dev.alacena.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.alacena.domain..", CACHE, "dev.alacena.web..");

    @ArchTest
    static final ArchRule theDomainKnowsTheApiAlone = noClasses()
            .that()
            .resideInAPackage("dev.alacena.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CACHE, "dev.alacena.web..", "org.redisson..");

    @ArchTest
    static final ArchRule theCacheKnowsTheApiAlone = noClasses()
            .that()
            .resideInAPackage(CACHE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.alacena.domain..", "dev.alacena.web..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theEngineKnowsTheJdkAndThePlainWordsOfTheApiAlone = classes()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ENGINE, "java..", "org.jspecify..", "dev.alacena.api", "dev.alacena.api.event")
            .andShould()
            .onlyDependOnClassesThat(not(annotatedWith(InterceptorBinding.class)))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule thePlanKnowsNoPartOfTheCacheButTheEngine = noClasses()
            .that()
            .resideInAPackage(PLAN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CDI, LOCAL, REDIS, CODEC, WIRING)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule interceptorsKnowNeitherStoresNorCodecs = noClasses()
            .that()
            .resideInAPackage(CDI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LOCAL, REDIS, CODEC, WIRING)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule storesAndCodecsKnowTheEngineAlone = noClasses()
            .that()
            .resideInAnyPackage(LOCAL, REDIS, CODEC, THROTTLE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CDI, PLAN, WIRING)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyKnowsTheWiring = noClasses()
            .that()
            .resideOutsideOfPackage(WIRING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WIRING);

    @ArchTest
    static final ArchRule onlySomePartsOfTheCacheKnowJakarta = noClasses()
            .that()
            .resideInAPackage(CACHE)
            .and()
            .resideOutsideOfPackages(CDI, WIRING, "dev.alacena.cache.http..", "dev.alacena.cache.security..", METRICS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheMetricsKnowTheApiThatNotEveryServerHas = noClasses()
            .that()
            .resideOutsideOfPackage(METRICS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.metrics..");

    @ArchTest
    static final ArchRule nobodyKnowsTheMetrics = noClasses()
            .that()
            .resideOutsideOfPackage(METRICS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(METRICS);

    @ArchTest
    static final ArchRule onlyTheStoreAndTheWiringKnowRedisson = noClasses()
            .that()
            .resideOutsideOfPackages(REDIS, WIRING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.redisson..", "io.github.bucket4j.redis..");

    @ArchTest
    static final ArchRule onlyThrottlesKnowBuckets = noClasses()
            .that()
            .resideOutsideOfPackages(REDIS, THROTTLE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.bucket4j..");

    @ArchTest
    static final ArchRule packagesDoNotTurnInCircles =
            slices().matching("dev.alacena.(*).(*)..").should().beFreeOfCycles();
}
