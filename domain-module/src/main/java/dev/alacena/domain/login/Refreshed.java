package dev.alacena.domain.login;

/** What became of a refresh token that was presented. */
public sealed interface Refreshed {

    /** It was spent for these. */
    record Renewed(LoginTokens tokens) implements Refreshed {}

    /** It is unknown, has expired, or its session has ended. */
    record Refused() implements Refreshed {}

    /** It had been spent before: the whole session is dead now. */
    record Reused(long user, String session) implements Refreshed {}
}
