package dev.alacena.domain.token;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * The one spelling of a signed token: three parts in base64url as RFC 7515 writes it, no padding, no stray bits; a header
 * that names a key and brings none; JSON without a name twice.
 *
 * @param header what it says
 * @param claims what it says, not verified
 */
record StrictForm(Map<String, Object> header, Map<String, Object> claims) {

    private static final int LONGEST = 8 * 1024;
    private static final Set<String> HEADERS = Set.of("alg", "kid", "typ", "cty", "x5t", "x5t#S256");

    static StrictForm of(String token) throws InvalidToken {
        if (token.length() > LONGEST) {
            throw new InvalidToken("too long");
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new InvalidToken("not a signed token");
        }
        decode(parts[2]);
        Map<String, Object> header = json(parts[0]);
        if (!HEADERS.containsAll(header.keySet())) {
            throw new InvalidToken("a header that is not accepted");
        }
        return new StrictForm(header, json(parts[1]));
    }

    String text(String header) throws InvalidToken {
        return text(this.header, header);
    }

    String issuer() throws InvalidToken {
        return text(claims, "iss");
    }

    private static String text(Map<String, Object> of, String name) throws InvalidToken {
        if (of.get(name) instanceof String text) {
            return text;
        }
        throw new InvalidToken("no " + name);
    }

    private static Map<String, Object> json(String part) throws InvalidToken {
        try {
            return JsonUtil.parseJson(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decode(part)))
                    .toString());
        } catch (JoseException | CharacterCodingException malformed) {
            throw new InvalidToken("not well-formed JSON", malformed);
        }
    }

    private static byte[] decode(String part) throws InvalidToken {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (bytes.length > 0
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new InvalidToken("not base64url", malformed);
        }
        throw new InvalidToken("not the canonical base64url");
    }
}
