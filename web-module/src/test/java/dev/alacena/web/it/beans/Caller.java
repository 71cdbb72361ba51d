package dev.alacena.web.it.beans;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller whom a verified token would have made. */
record Caller(Map<String, Object> claims) implements JsonWebToken {
    static final String ISSUER = "https://issuer.example";

    static Caller of(String id, String session) {
        long now = Instant.now().getEpochSecond();
        return new Caller(Map.of(
                "iss", ISSUER,
                "sub", "ann",
                "jti", id,
                "sid", session,
                "iat", now,
                "exp", now + 900));
    }

    @Override
    public String getName() {
        return "ann";
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the API has it so
    public <T> T getClaim(String name) {
        return (T) claims.get(name);
    }
}
