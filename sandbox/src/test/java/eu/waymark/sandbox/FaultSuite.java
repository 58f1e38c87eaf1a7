package eu.waymark.sandbox;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What breaks the log and its database. Runs beside {@link JourneySuite} and shares nothing with it. */
@Suite
@SelectPackages("eu.waymark.sandbox.fault")
@IncludeClassNamePatterns(".*IT")
class FaultSuite {}
