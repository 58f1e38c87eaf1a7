package eu.waymark.referral.work;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Kinds are kept by their published code. */
@Converter
class WorkKindCode implements AttributeConverter<WorkKind, String> {

    @Override
    public String convertToDatabaseColumn(WorkKind kind) {
        return kind.code();
    }

    @Override
    public WorkKind convertToEntityAttribute(String code) {
        return WorkKind.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
