package eu.waymark.platform.web.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How much of a list is asked for, and from where. A {@code @BeanParam}. */
public class PageRequest {

    @Parameter(description = "At most this many, 1 to 200.")
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    int limit;

    @Parameter(description = "The 'next' of the page before.")
    @QueryParam("cursor")
    @Nullable
    String cursor;

    public int limit() {
        return limit;
    }

    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor).map(Cursor::decode);
    }
}
