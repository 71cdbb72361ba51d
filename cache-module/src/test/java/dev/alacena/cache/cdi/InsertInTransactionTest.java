package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.cache.cdi.LeftOpenTest.OneTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The key of what a transaction inserts is known from the result alone, and is invalidated all the same. */
class InsertInTransactionTest {
    private final WeldContainer container =
            new Weld().addBeanClasses(Desk.class, OneTransaction.class).initialize();
    private final Desk desk = container.select(Desk.class).get();
    private final OneTransaction transaction =
            container.select(OneTransaction.class).get();

    @ApplicationScoped
    static class Desk {
        @Cached(cache = "desk", key = "{id}")
        @Nullable
        String find(long id, @Nullable String row) {
            return row;
        }

        @InvalidateCache(cache = "desk", key = "{result}")
        long insert() {
            return 1;
        }
    }

    @AfterEach
    void close() {
        container.close();
    }

    @Test
    void r30WhatWasNotFoundIsFoundAfterTheCommitOfItsInsert() {
        assertThat(desk.find(1, null)).isNull();
        transaction.begin();
        desk.insert();
        assertThat(desk.find(1, "not committed yet")).isNull();
        transaction.commit();
        assertThat(desk.find(1, "inserted")).isEqualTo("inserted");
    }
}
