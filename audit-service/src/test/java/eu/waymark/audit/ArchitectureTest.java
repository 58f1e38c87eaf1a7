package eu.waymark.audit;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import eu.waymark.platform.testing.SuiteRules;

@AnalyzeClasses(packagesOf = AuditProblem.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests suite = ArchTests.in(SuiteRules.class);
}
