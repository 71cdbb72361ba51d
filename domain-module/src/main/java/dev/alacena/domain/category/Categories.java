package dev.alacena.domain.category;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.domain.precondition.Precondition;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The categories: few, read by everybody, changed by administrators, so all of them are one cached answer. Thread-safe. */
@Stateless
public class Categories {

    /** No category has this id. */
    private static final long NONE = 0;

    @Inject
    CategoryRepository repository;

    @Inject
    Event<CategoryDeleted> deleted;

    /** All, ordered by name without regard to case. */
    @Cached(cache = "categories", key = "all", ttl = "PT24H")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Category> all() {
        return repository.list();
    }

    /**
     * Adds a category.
     *
     * @throws CategoryTaken if the name is taken
     */
    @InvalidateCache(cache = "categories", key = "all")
    public Category create(CategoryDraft draft) {
        requireFree(draft, NONE);
        return repository.add(new CategoryEntity(draft)).toCategory();
    }

    /**
     * Replaces a category; empty if there is none with this id. Habits know it by its id and stay cached.
     *
     * @throws CategoryTaken if the name is another category's
     * @throws dev.alacena.domain.precondition.PreconditionFailed if the category is not as expected
     */
    @InvalidateCache(cache = "categories", key = "all")
    public Optional<Category> change(long id, CategoryDraft draft, Precondition expected) {
        return repository.findForChange(id).map(category -> {
            expected.require(category.toCategory());
            requireFree(draft, id);
            category.change(draft);
            return category.toCategory();
        });
    }

    /** Takes a category out; false if there is none with this id. Its habits stay, without a category. */
    @InvalidateCache(cache = "categories", key = "all")
    public boolean delete(long id) {
        Optional<CategoryEntity> category = repository.findForRemoval(id);
        category.ifPresent(present -> {
            deleted.fire(new CategoryDeleted(id));
            repository.remove(present);
        });
        return category.isPresent();
    }

    private void requireFree(CategoryDraft draft, long id) {
        repository.reserve(draft.name());
        if (repository.isTaken(draft.name(), id)) {
            throw new CategoryTaken();
        }
    }
}
