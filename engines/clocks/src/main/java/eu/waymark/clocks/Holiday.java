package eu.waymark.clocks;

/**
 * A public holiday.
 *
 * @param code stable across languages, such as {@code christian.EASTER_MONDAY}
 * @param name in English
 */
public record Holiday(String code, String name) {}
