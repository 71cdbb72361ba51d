package dev.alacena.benchmark.shop;

import java.util.List;
import java.util.stream.LongStream;

/** A value of about 30 KB of JSON: a hundred items. */
public record Page(long total, List<Item> items) {
    private static final int ITEMS = 100;

    static Page of(long first) {
        return new Page(
                ITEMS, LongStream.range(first, first + ITEMS).mapToObj(Item::of).toList());
    }
}
