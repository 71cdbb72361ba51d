package dev.alacena.web.http;

/** An answer that nobody keeps, since it tells itself what the caches did for it; its headers tell it all the same. */
public interface TellsOfCaches {}
