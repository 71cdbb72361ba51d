package dev.alacena.web.categories;

import dev.alacena.domain.category.Categories;
import dev.alacena.domain.category.Category;
import dev.alacena.domain.category.CategoryDraft;
import dev.alacena.domain.precondition.Precondition;
import dev.alacena.web.http.Created;
import dev.alacena.web.http.EntityTags;
import dev.alacena.web.http.Ids;
import dev.alacena.web.http.Input;
import dev.alacena.web.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The categories over HTTP. */
@Path("api/v1/categories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CategoriesResource {

    @Inject
    Categories categories;

    @Inject
    Input input;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** All, ordered by name. */
    @GET
    @RolesAllowed("user")
    public List<Category> all() {
        return categories.all();
    }

    /** Adds a category. */
    @POST
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable CategoryBody body) {
        Category category = categories.create(input.valid(body).toDraft());
        return Created.in(uri.getAbsolutePathBuilder(), category.id(), category);
    }

    /** Replaces a category. */
    @PUT
    @Path("{id}")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Category change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable CategoryBody body) {
        long category = Ids.of("id", id);
        Precondition expected = EntityTags.expected(ifMatch);
        CategoryDraft draft = input.valid(body).toDraft();
        return categories.change(category, draft, expected).orElseThrow(CategoriesResource::missing);
    }

    /** Takes a category out. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("admin")
    public void delete(@PathParam("id") String id) {
        if (!categories.delete(Ids.of("id", id))) {
            throw missing();
        }
    }

    private static Refusal missing() {
        return Refusal.missing("There is no such category.");
    }
}
