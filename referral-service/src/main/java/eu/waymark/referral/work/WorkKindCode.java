package eu.waymark.referral.work;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Kinds are kept by their published code. */
@Converter
class WorkKindCode implements AttributeConverter<WorkKind, String> {

    @Override
    public String convertToDatabaseColumn(WorkKind kind) {
        return kind.code();
    }

    @Override
    public WorkKind convertToEntityAttribute(String code) {
        return WorkKind.of(code);
    }
}
