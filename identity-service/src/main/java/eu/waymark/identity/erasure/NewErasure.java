package eu.waymark.identity.erasure;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why a record is to be erased: codes only.")
record NewErasure(@NotNull ErasureBasis legalBasis, @NotNull ErasureReason reason) {

    static final String EXAMPLE = "{\"legalBasis\":\"gdpr-17-1-d\",\"reason\":\"false-report\"}";
}
