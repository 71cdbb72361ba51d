package dev.alacena.domain.token;

/** Somebody whose tokens are accepted. Thread-safe. */
interface Issuer {

    /** By how much clocks may differ. */
    int SKEW_SECONDS = 30;

    /** Checks a token that names this issuer and has the {@link StrictForm}. */
    VerifiedToken verify(String token) throws InvalidToken;
}
