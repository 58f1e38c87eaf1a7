package eu.waymark.platform.testing;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.util.Date;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The architecture of the suite as rules. Each has a counter-example in this module's tests that it must catch. */
public final class SuiteRules {

    private SuiteRules() {}

    @ArchTest
    public static final ArchRule services_do_not_know_each_other = classes()
            .that()
            .resideInAPackage("eu.waymark..")
            .should(RuleConditions.dependOnNoOtherService())
            .because("each service must be deployable, testable and replaceable alone");

    @ArchTest
    public static final ArchRule features_are_free_of_cycles = slices().matching("eu.waymark.*.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature that cannot be read without another is not a feature");

    @ArchTest
    public static final ArchRule endpoints_speak_in_records = methods()
            .that(RuleConditions.areEndpoints())
            .should(RuleConditions.haveNoEntityInTheirSignature())
            .because("an entity on the wire shows what the table holds, not what the caller may see")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule endpoints_are_public = methods()
            .that(RuleConditions.areEndpoints())
            .should()
            .bePublic()
            .because("Quarkus passes over any other method in silence")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule endpoints_name_who_may_call_them = methods()
            .that(RuleConditions.areEndpoints())
            .should(RuleConditions.declareWhoMayCall())
            .because("access is denied by default and granted in sight")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule transactions_are_audited = noClasses()
            .should()
            .beAnnotatedWith(Transactional.class)
            .orShould(RuleConditions.haveATransactionalMethod())
            .because("AuditedWork opens the transactions: one that it did not open could not touch child data anyway");

    @ArchTest
    public static final ArchRule nothing_is_injected_into_fields = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .because("constructors say what a class needs, and tests can give it")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule time_comes_from_the_clock = noClasses()
            .should(callMethod(Instant.class, "now"))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Date.class)
            .because("deadlines are law: a test must be able to set the time");

    @ArchTest
    public static final ArchRule nothing_prints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("logs have levels, formats and redaction");

    @ArchTest
    public static final ArchRule faults_have_names = noClasses()
            .should()
            .callConstructorWhere(RuleConditions.createsANamelessException())
            .because(
                    "RuntimeException and " + WebApplicationException.class.getSimpleName() + " tell a reader nothing; "
                            + ProblemException.class.getSimpleName() + " tells the caller what to do");

    @ArchTest
    public static final ArchRule only_the_platform_maps_exceptions = methods()
            .should()
            .notBeAnnotatedWith(ServerExceptionMapper.class)
            .because("errors look alike everywhere, and one place decides what they may tell")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule personal_data_is_redacted = classes()
            .that()
            .areAssignableTo(Personal.class)
            .and()
            .areNotInterfaces()
            .should(RuleConditions.declareToString())
            .because("a log line must not carry a child's name by accident")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule packages_are_null_marked = classes()
            .that()
            .haveSimpleNameNotEndingWith("package-info")
            .should(RuleConditions.liveInANullMarkedPackage())
            .because("NullAway checks marked packages only");

    @ArchTest
    public static final ArchRule entity_fields_are_not_public = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .notBePublic()
            .because("an entity keeps its own invariants")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule columns_are_asked_for_as_columns = methods()
            .should(RuleConditions.nameNoPlainClassToCreateNativeQuery())
            .because("Hibernate plans such a question anew each time, among all the plans it made before: use Column")
            .allowEmptyShould(true);
}
