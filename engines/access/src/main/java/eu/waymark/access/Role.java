package eu.waymark.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person or machine does in its agency (architecture, part 7). */
public enum Role implements Coded {
    PRACTITIONER("practitioner"),
    SUPERVISOR("supervisor"),
    MANAGER("manager"),
    CENTRAL_AUTHORITY("central-authority"),
    REGISTRAR("registrar"),
    COMPLIANCE("compliance"),
    SYSTEM("system"),
    OPERATOR("operator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** Empty for any other spelling. */
    public static Optional<Role> of(@Nullable String code) {
        return Coded.find(Role.class, code);
    }

    /** Those who keep or watch the system never read about a child in it. */
    boolean barredFromChildren() {
        return this == REGISTRAR || this == COMPLIANCE || this == OPERATOR;
    }

    @JsonValue
    @Override
    public String code() {
        return code;
    }
}
