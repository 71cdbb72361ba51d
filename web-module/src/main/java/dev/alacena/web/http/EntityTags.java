package dev.alacena.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alacena.domain.precondition.Precondition;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110, section 8.8.3): strong, a digest of the bytes of the answer, so nobody needs to count versions. */
public final class EntityTags {

    private static final int BYTES = 16;
    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7e]*\"";
    private static final Pattern ONE = Pattern.compile(TAG);
    private static final Pattern LIST = Pattern.compile(" *+" + TAG + "(?: *+, *+" + TAG + ")*+ *+");

    private EntityTags() {}

    /** Of the bytes of an answer. */
    public static String of(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String of(Object answer) {
        try {
            return of(Json.MAPPER.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the header {@code If-Match} expects of the record with which the thing would be answered; without the header
     * it may be anything.
     *
     * @throws Refusal if the header is malformed
     */
    public static Precondition expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return Precondition.NONE;
        }
        if (!LIST.matcher(ifMatch).matches()) {
            throw Refusal.of("If-Match", "must be * or a list of entity tags in quotes");
        }
        List<String> tags = tags(ifMatch);
        return current -> tags.contains(of(current));
    }

    /** Whether the header {@code If-None-Match} names this tag, by the weak comparison. */
    public static boolean known(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || tags(ifNoneMatch).stream().anyMatch(one -> one.equals(tag) || one.equals("W/" + tag)));
    }

    private static List<String> tags(String header) {
        return ONE.matcher(header).results().map(MatchResult::group).toList();
    }
}
