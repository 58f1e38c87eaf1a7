package eu.waymark.referral.attachment;

import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.attachment.AddingAttachment.Described;
import eu.waymark.referral.referral.Section;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The files of a referral. */
@Path(AttachmentsResource.PATH)
@RolesAllowed({"practitioner", "manager", "central-authority"})
@Tag(name = "referrals")
public class AttachmentsResource {

    static final String PATH = "/api/referral/v1/referrals/{id}/attachments";

    private final AddingAttachment adding;
    private final ReadingAttachments reading;

    AttachmentsResource(AddingAttachment adding, ReadingAttachments reading) {
        this.adding = adding;
        this.reading = reading;
    }

    @POST
    @Consumes({ContentType.TEXT, ContentType.PDF, ContentType.PNG, ContentType.JPEG})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Attach a file",
            description = "The body is the file. For the sender; whoever reads the section reads the file.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = ContentType.TEXT,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "Minutes of the meeting."),
                @Content(mediaType = ContentType.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = ContentType.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = ContentType.JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(value = AttachmentView.class, responseCode = "201", responseDescription = "Kept, encrypted.")
    @APIResponse(responseCode = "403", description = "not-the-sender: your agency received it.")
    @APIResponse(responseCode = "409", description = "illegal-transition: the referral is over; too-many-attachments.")
    @APIResponse(responseCode = "413", description = "too-large: more than 10 MiB, unless set otherwise.")
    @APIResponse(responseCode = "415", description = "None of the types that are taken.")
    @APIResponse(
            responseCode = "422",
            description = "attachment-type-refused: the content is not what it is said to be; checksum-mismatch;"
                    + " or the referral has no such section.")
    public RestResponse<AttachmentView> attachFile(
            UUID id,
            @Parameter(description = "To which section it belongs.", schema = @Schema(implementation = Section.class))
                    @QueryParam("section")
                    @DefaultValue("summary")
                    String section,
            @Parameter(description = "Checksum of the file: sha-256=:base64: (RFC 9530). Checked where it is given.")
                    @HeaderParam(Digests.HEADER)
                    @Nullable
                    String digest,
            @Parameter(description = "What to call it, percent-encoded UTF-8. Kept encrypted.")
                    @HeaderParam("Attachment-Title")
                    @Size(max = 600)
                    @Nullable
                    String title,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType,
            InputStream body) {
        var added = adding.add(id, new Described(section(section), mediaType, digest, decoded(title)), body);
        return ResponseBuilder.create(RestResponse.Status.CREATED, added)
                .location(URI.create(place(id, added.id())))
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the files of a referral", description = "Those of the sections that your agency reads.")
    @APIResponse(responseCode = "200", description = "All of them.")
    @APIResponse(responseCode = "409", description = "forwarded: your agency has handed the referral on.")
    public Page<AttachmentView> listFiles(UUID id) {
        return reading.list(id);
    }

    @GET
    @Path("/{attachment}")
    @Operation(
            summary = "Read a file",
            description = "To be saved, never to be shown within a page; 'Content-Digest' is its checksum.")
    @APIResponse(
            responseCode = "200",
            description = "Its content.",
            content = {
                @Content(mediaType = ContentType.TEXT, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = ContentType.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = ContentType.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = ContentType.JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "No such file, or none that your agency reads.")
    @APIResponse(responseCode = "409", description = "forwarded: your agency has handed the referral on.")
    public RestResponse<InputStream> readFile(UUID id, UUID attachment) {
        var file = reading.one(id, attachment);
        return ResponseBuilder.ok(file.content(), file.mediaType())
                .header(Digests.HEADER, Digests.header(file.sha256()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                // What somebody else has made is not run, wherever it is opened.
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static String place(UUID referral, UUID attachment) {
        return PATH.replace("{id}", referral.toString()) + "/" + attachment;
    }

    private static Section section(String code) {
        return Section.of(code).orElseThrow(() -> CommonProblem.INVALID_REQUEST
                .because("Correct the query.")
                .at("section", "is no section"));
    }

    private static @Nullable String decoded(@Nullable String title) {
        try {
            return title == null || title.isBlank() ? null : URLDecoder.decode(title, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw CommonProblem.INVALID_REQUEST
                    .because("Write it percent-encoded.")
                    .at("Attachment-Title", "is not percent-encoded");
        }
    }
}
