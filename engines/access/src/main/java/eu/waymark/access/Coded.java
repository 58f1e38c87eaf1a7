package eu.waymark.access;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value with one spelling on the wire and in policy documents. */
interface Coded {

    String code();

    /** Exactly the code, in its own case: a near miss is an unknown value, and an unknown value is denied. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, @Nullable String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
