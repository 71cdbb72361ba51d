package dev.alacena.web.categories;

import dev.alacena.domain.category.CategoryDraft;
import dev.alacena.web.http.Texts;
import jakarta.validation.constraints.Pattern;

/** A category as clients send it; texts are trimmed, a missing one is empty. */
record CategoryBody(
        @Pattern(regexp = CategoryDraft.NAME, message = "must be 1 to 50 characters, none of them a control character")
                String name,
        @Pattern(regexp = CategoryDraft.COLOR, message = "must be a colour such as #1e90ff") String color) {

    CategoryBody {
        name = Texts.stripped(name);
        color = Texts.stripped(color);
    }

    /** Of a valid body. */
    CategoryDraft toDraft() {
        return new CategoryDraft(name, color);
    }
}
