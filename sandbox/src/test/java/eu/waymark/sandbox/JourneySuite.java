package eu.waymark.sandbox;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Everything that uses the one sandbox of a test run. */
@Suite
@SelectPackages("eu.waymark.sandbox")
@ExcludePackages("eu.waymark.sandbox.fault")
@IncludeClassNamePatterns(".*IT")
class JourneySuite {}
