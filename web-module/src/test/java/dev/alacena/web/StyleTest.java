package dev.alacena.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.alacena.api.NeverCache;
import org.jspecify.annotations.NullMarked;

/** What can be held of the style without an opinion. */
@AnalyzeClasses(packages = "dev.alacena", importOptions = DoNotIncludeTests.class)
final class StyleTest {

    private static final DescribedPredicate<JavaClass> ARE_PROXIED =
            DescribedPredicate.describe("are proxied by the container", StyleTest::isProxied);

    @ArchTest
    static final ArchRule nobodyUsesJavaUtilLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule nobodyWritesToTheStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule publicClassesAreFinalUnlessTheContainerMakesProxiesOfThem = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and(DescribedPredicate.not(ARE_PROXIED))
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(new ArchCondition<>("be in a null-marked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " has no @NullMarked"));
                }
            });

    @ArchTest
    static final ArchRule recordsMarkTheirPasswordsTokensAndSecrets = fields().that()
            .haveRawType(String.class)
            .and()
            .haveNameMatching("(?i).*(password|secret|(access|refresh)token).*")
            .and()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "are records of the application",
                    type -> type.isRecord() && !type.getPackageName().startsWith("dev.alacena.cache")))
            .and()
            .areNotStatic()
            .should(new ArchCondition<>("be marked, or be in what is marked, as never to be in a cache") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    boolean marked = field.isAnnotatedWith(NeverCache.class)
                            || field.getOwner().isAnnotatedWith(NeverCache.class);
                    events.add(new SimpleConditionEvent(field, marked, field.getFullName() + " has no @NeverCache"));
                }
            });

    private static boolean isProxied(JavaClass type) {
        return type.isMetaAnnotatedWith("jakarta.enterprise.context.NormalScope")
                || type.isMetaAnnotatedWith("jakarta.inject.Scope")
                || type.isMetaAnnotatedWith("jakarta.enterprise.inject.Stereotype")
                || type.isAnnotatedWith("jakarta.ejb.Stateless")
                || type.isAnnotatedWith("jakarta.ejb.Singleton")
                || type.isAnnotatedWith("jakarta.interceptor.Interceptor")
                || type.isAnnotatedWith("jakarta.ws.rs.ApplicationPath");
    }
}
