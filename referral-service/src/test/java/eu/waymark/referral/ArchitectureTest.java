package eu.waymark.referral;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import eu.waymark.platform.testing.SuiteRules;

@AnalyzeClasses(packages = "eu.waymark.referral", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests suite = ArchTests.in(SuiteRules.class);
}
