package eu.waymark.access;

/**
 * One thing that is wrong with a policy document.
 *
 * @param path where, for example {@code rules[2].roles[0]}
 * @param message how to mend it; never repeats what stands there
 */
public record PolicyProblem(String path, String message) {}
