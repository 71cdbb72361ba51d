package dev.alacena.domain.category;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table {@code categories}; never leaves this package. */
@Entity
@Table(name = "categories")
@SuppressWarnings("NullAway.Init")
class CategoryEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    private String color;

    /** For JPA. */
    protected CategoryEntity() {}

    CategoryEntity(CategoryDraft draft) {
        change(draft);
    }

    final void change(CategoryDraft draft) {
        name = draft.name();
        color = draft.color();
    }

    Category toCategory() {
        return new Category(id, name, color);
    }
}
