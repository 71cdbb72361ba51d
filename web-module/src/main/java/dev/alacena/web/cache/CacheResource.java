package dev.alacena.web.cache;

import dev.alacena.api.CacheAdministration;
import dev.alacena.api.Caches;
import dev.alacena.api.Invalidated;
import dev.alacena.web.audit.Audit;
import dev.alacena.web.auth.Requester;
import dev.alacena.web.http.Input;
import dev.alacena.web.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/**
 * The cache over HTTP. An invalidation that Redis has not confirmed is kept by the library, and answered with 202 and without
 * a count.
 */
@Path("api/v1/cache")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CacheResource {

    private static final int MOST_KEYS = 1000;

    @Inject
    Caches caches;

    @Inject
    CacheAdministration administration;

    @Context
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** The statistics of Redis and of this node. */
    @GET
    @Path("stats")
    @RolesAllowed("admin")
    public Response stats() {
        return answer(Response.Status.OK, CacheOverview.of(caches));
    }

    /** All caches: the settings in force, and what happened on this node. */
    @GET
    @Path("caches")
    @RolesAllowed("admin")
    public Response all() {
        return answer(
                Response.Status.OK,
                CacheDetail.of(caches.statistics(), administration).toList());
    }

    /** One cache. */
    @GET
    @Path("caches/{name}")
    @RolesAllowed("admin")
    public Response one(@PathParam("name") String name) {
        return CacheDetail.of(caches.statistics(), administration)
                .filter(detail -> detail.cache().equals(name))
                .findFirst()
                .map(detail -> answer(Response.Status.OK, detail))
                .orElseThrow(() -> Refusal.missing("There is no such cache."));
    }

    /** Keys with what is left of their time and their size. */
    @GET
    @Path("keys")
    @RolesAllowed("admin")
    public Response keys(
            @QueryParam("pattern") @DefaultValue("*") String pattern,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        int most = (int) Input.wholeNumber("limit", limit, 1, MOST_KEYS);
        return administration
                .keys(Texts.valid("pattern", pattern), most)
                .map(keys -> answer(
                        Response.Status.OK, keys.stream().map(KeyReport::of).toList()))
                .orElseThrow(() -> Refusal.unavailable("Redis does not answer."));
    }

    /** Takes one entry out. */
    @POST
    @Path("invalidate/{key: .+}")
    @RolesAllowed("admin")
    public Response invalidate() {
        String key = Texts.after("invalidate/", "key", request);
        Invalidated done = administration.invalidateKey(key);
        return changed(done, "invalidate " + key, Outcome.ofKey(key, done));
    }

    /** Takes the entries out whose key matches. */
    @POST
    @Path("invalidate-pattern/{pattern: .+}")
    @RolesAllowed("admin")
    public Response invalidatePattern() {
        String pattern = Texts.after("invalidate-pattern/", "pattern", request);
        Invalidated done = administration.invalidatePatterns(List.of(pattern));
        return changed(done, "invalidate-pattern " + pattern, Outcome.ofPattern(pattern, done));
    }

    /** Invalidates the entries that carry a tag. */
    @POST
    @Path("invalidate-tag/{tag: .+}")
    @RolesAllowed("admin")
    public Response invalidateTag() {
        String tag = Texts.after("invalidate-tag/", "tag", request);
        Invalidated done = administration.invalidateTag(tag);
        return changed(done, "invalidate-tag " + tag, Outcome.ofTag(tag, done));
    }

    /** Takes everything out that is this application's. */
    @POST
    @Path("clear")
    @RolesAllowed("admin")
    public Response clear() {
        Invalidated done = administration.clear();
        return changed(done, "clear", Outcome.ofEverything(done));
    }

    private Response changed(Invalidated done, String what, Outcome outcome) {
        new Requester(security, request).log(Audit.Event.CACHE_ADMINISTERED, what);
        return answer(done.confirmed() ? Response.Status.OK : Response.Status.ACCEPTED, outcome);
    }

    private static Response answer(Response.Status status, Object body) {
        return Response.status(status)
                .entity(body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
