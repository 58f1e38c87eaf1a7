package eu.waymark.identity.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which records are one child.
 *
 * @param id the same as asked for, or the one that it has become
 * @param history every decision about the caller's records in it, newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Identity", description = "Which records are one child, as people have decided so far.")
record IdentityView(UUID id, List<LinkedRecord> records, List<LinkView> history) {

    static final String EXAMPLE = """
            {"id":"3f6f9a52-0c5c-4d0e-9a7e-0d2c2f8f3b22","records":[\
            {"own":true,"recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","agency":"GB-LDS","country":"GB"},\
            {"own":false,"country":"NL"}],"history":[]}""";
}
