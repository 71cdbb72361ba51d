package dev.alacena.web.it.beans;

/** The view of a session bean. */
public interface Prices {

    /** The call that found the price of an item. */
    int price(String item);

    /** Changes the price of an item. */
    void raise(String item);
}
