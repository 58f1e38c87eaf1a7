package eu.waymark.referral.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "That the desk has the request, and the hash of the bytes that it saw.")
record ConfirmReceipt(
        @Schema(description = "SHA-256 of the canonical message, in hexadecimal.", examples = Examples.HASH)
        @NotNull
        @Pattern(regexp = Examples.HASH_SHAPE, message = "must be 64 hexadecimal digits")
        String messageHash) {}
