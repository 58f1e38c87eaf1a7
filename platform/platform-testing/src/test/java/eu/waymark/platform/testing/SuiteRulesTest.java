package eu.waymark.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import eu.waymark.identity.bad.ForeignType;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.register.alpha.Alpha;
import eu.waymark.register.bad.Offences;
import eu.waymark.register.beta.Beta;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuiteRulesTest {

    private static final Map<String, Class<?>> OFFENCES = Map.ofEntries(
            Map.entry("services_do_not_know_each_other", Offences.KnowsAnotherService.class),
            Map.entry("features_are_free_of_cycles", Alpha.class),
            Map.entry("endpoints_speak_in_records", Offences.SpeaksInEntities.class),
            Map.entry("endpoints_name_who_may_call_them", Offences.NamesNobody.class),
            Map.entry("endpoints_are_public", Offences.HidesItsEndpoint.class),
            Map.entry("transactions_are_audited", Offences.OpensATransaction.class),
            Map.entry("nothing_is_injected_into_fields", Offences.InjectsAField.class),
            Map.entry("time_comes_from_the_clock", Offences.AsksTheSystemForTheTime.class),
            Map.entry("nothing_prints", Offences.Prints.class),
            Map.entry("faults_have_names", Offences.ThrowsANamelessException.class),
            Map.entry("only_the_platform_maps_exceptions", Offences.MapsExceptions.class),
            Map.entry("personal_data_is_redacted", Offences.SpillsPersonalData.class),
            Map.entry("packages_are_null_marked", Offences.Prints.class),
            Map.entry("entity_fields_are_not_public", Offences.OpenEntity.class),
            Map.entry("columns_are_asked_for_as_columns", Offences.AsksForAColumnByItsClass.class));

    private static final JavaClasses PLATFORM = new ClassFileImporter().importPackagesOf(Caller.class, Page.class);

    static Stream<String> rules() {
        return Arrays.stream(SuiteRules.class.getFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(java.lang.reflect.Field::getName);
    }

    @Test
    void every_rule_has_a_counter_example() {
        assertThat(rules()).containsExactlyInAnyOrderElementsOf(OFFENCES.keySet());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_catches_its_counter_example(String rule) throws ReflectiveOperationException {
        var classes = new ClassFileImporter()
                .importClasses(OFFENCES.get(rule), Beta.class, ForeignType.class, Offences.OpenEntity.class);
        var result = ((ArchRule) SuiteRules.class.getField(rule).get(null))
                .allowEmptyShould(true)
                .evaluate(classes);
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString())
                .contains(OFFENCES.get(rule).getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_lets_the_platform_itself_pass(String rule) throws ReflectiveOperationException {
        var result = ((ArchRule) SuiteRules.class.getField(rule).get(null))
                .allowEmptyShould(true)
                .evaluate(PLATFORM);
        assertThat(result.hasViolation())
                .as(result.getFailureReport().toString())
                .isFalse();
    }

    @Test
    void a_class_that_inherits_its_toString_is_caught_too() {
        var classes = new ClassFileImporter().importClasses(Offences.InheritsToString.class);
        assertThat(SuiteRules.personal_data_is_redacted.evaluate(classes).hasViolation())
                .isTrue();
    }
}
