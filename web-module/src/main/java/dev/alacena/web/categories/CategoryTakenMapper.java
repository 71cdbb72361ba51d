package dev.alacena.web.categories;

import dev.alacena.domain.category.CategoryTaken;
import dev.alacena.web.http.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** A taken name is 409. */
@Provider
public final class CategoryTakenMapper implements ExceptionMapper<CategoryTaken> {

    @Override
    public Response toResponse(CategoryTaken taken) {
        return Refusal.taken(List.of("name")).getResponse();
    }
}
