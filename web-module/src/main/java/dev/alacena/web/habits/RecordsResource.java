package dev.alacena.web.habits;

import dev.alacena.domain.habit.HabitRecords;
import dev.alacena.web.auth.Requester;
import dev.alacena.web.http.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The caller's records over HTTP, whichever habit they belong to. */
@Path("api/v1/records")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RecordsResource {

    @Inject
    HabitRecords records;

    @Context
    @SuppressWarnings("NullAway.Init")
    SecurityContext security;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** Takes a record out. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("user")
    public void delete(@PathParam("id") String id) {
        records.delete(new Requester(security, request).user(), Ids.of("id", id));
    }
}
