package eu.waymark.register.check;

import org.jspecify.annotations.Nullable;

/**
 * How somebody asks.
 *
 * @param isProtected whether the holder is not to know (architecture, invariant 8)
 * @param languages in which to answer, as {@code Accept-Language} has them
 */
record Manner(boolean isProtected, @Nullable String languages) {}
