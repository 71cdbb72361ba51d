package dev.alacena.domain.token;

import dev.alacena.api.security.TokenClaims;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/** What names a token, of its verified claims. */
final class Claims {

    private static final int LONGEST = 256;

    private Claims() {}

    static TokenClaims of(JwtClaims claims) throws MalformedClaimException, InvalidToken {
        return new TokenClaims(
                bounded(claims.getIssuer()),
                bounded(claims.getJwtId()),
                bounded(claims.getSubject()),
                claims.hasClaim("sid") ? bounded(claims.getStringClaimValue("sid")) : null,
                instant(claims.getIssuedAt()),
                instant(claims.getExpirationTime()));
    }

    /** Says what was wrong, without what was said. */
    static InvalidToken refusal(Exception refused) {
        String codes = refused instanceof InvalidJwtException invalid
                ? invalid.getErrorDetails().stream()
                        .map(ErrorCodeValidator.Error::getErrorCode)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" "))
                : "";
        return new InvalidToken(codes.isEmpty() ? refused.getClass().getSimpleName() : "error codes " + codes);
    }

    private static String bounded(@Nullable String claim) throws InvalidToken {
        if (claim == null || claim.isEmpty() || claim.length() > LONGEST) {
            throw new InvalidToken("a claim is missing or too long");
        }
        return claim;
    }

    private static Instant instant(@Nullable NumericDate date) throws InvalidToken {
        if (date == null || date.getValue() < 0 || date.getValue() > 253_402_300_799L) {
            throw new InvalidToken("a time is missing or out of range");
        }
        return Instant.ofEpochSecond(date.getValue());
    }
}
