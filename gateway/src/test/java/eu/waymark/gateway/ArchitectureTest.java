package eu.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import eu.waymark.platform.testing.SuiteRules;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packagesOf = GatewayRoutes.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests SUITE = ArchTests.in(SuiteRules.class);

    /** The door keeps nothing: no persistence on its class path. */
    @Test
    void thereIsNoHibernateHere() throws ClassNotFoundException {
        assertThat(Class.forName("io.vertx.httpproxy.HttpProxy")).isNotNull();
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> Class.forName("org.hibernate.Session"));
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> Class.forName("jakarta.persistence.Entity"));
    }
}
