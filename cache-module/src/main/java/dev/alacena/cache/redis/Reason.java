package dev.alacena.cache.redis;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redisson.client.RedisException;

/** Why servers could not be reached, for the log: messages of Redisson quote commands, so only the server's word is taken. */
final class Reason {
    private static final Pattern WORD = Pattern.compile("(?:ERR )?([A-Z]{4,20})\\b.*", Pattern.DOTALL);

    private Reason() {}

    static String of(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof RedisException) {
            Matcher word = WORD.matcher(message);
            return word.matches() ? word.group(1) : cause.getClass().getSimpleName();
        }
        // what the network and TLS say: a host, a certificate
        boolean safe = cause instanceof IOException || cause instanceof GeneralSecurityException;
        return cause.getClass().getSimpleName() + (safe ? ": " + message : "");
    }
}
