package eu.waymark.sandbox.fault;

/** How much is done: a little in every build, much where somebody waits for it ({@code -Dwaymark.faults=long}). */
final class Form {

    private static final boolean LONG = "long".equals(System.getProperty("waymark.faults"));

    private Form() {}

    static int times(int inShort, int inLong) {
        return LONG ? inLong : inShort;
    }
}
