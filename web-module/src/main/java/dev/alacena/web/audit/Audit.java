package dev.alacena.web.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.alacena.api.limit.ClientAddress;
import dev.alacena.domain.user.Email;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The audit log: one line of JSON in ASCII for each event, to the logger {@code dev.alacena.audit}. {@code who} is a user's id
 * or, of an outside provider, {@code sub@iss}; where nobody is known it is empty. Never passwords or tokens; sessions by their handle.
 */
public final class Audit {

    private static final System.Logger LOG = System.getLogger("dev.alacena.audit");
    private static final int LONGEST = 256;
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** What happened. */
    public enum Event {
        LOGIN,
        LOGIN_FAILED,
        LOGIN_DELAYED,
        REFRESH_REUSED,
        LOGOUT,
        LOGOUT_ALL,
        SESSION_ENDED,
        PASSWORD_CHANGED,
        PASSWORD_REFUSED,
        TOKEN_REFUSED,
        ACCESS_REFUSED,
        USER_CREATED,
        USER_CHANGED,
        USER_DELETED,
        CACHE_ADMINISTERED
    }

    private Audit() {}

    /**
     * Writes an event down.
     *
     * @param who did it
     * @param what it was done to
     * @param request from where
     */
    public static void log(Event event, String who, String what, HttpServletRequest request) {
        LOG.log(Level.INFO, () -> line(event, who, what, address(request)));
    }

    /** Who somebody said to be, where that is an e-mail address; what is typed into the wrong field may be a password. */
    public static String account(String username) {
        return username.strip().matches(Email.PATTERN) ? username.strip() : "no address";
    }

    private static String address(HttpServletRequest request) {
        return CDI.current().select(ClientAddress.class).get().of(request).getHostAddress();
    }

    static String line(Event event, String who, String what, String from) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("audit", event.name());
        line.put("who", cut(who));
        line.put("what", cut(what));
        line.put("from", cut(from));
        line.put("when", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        try {
            // the one control character that Jackson leaves as it is
            return JSON.writeValueAsString(line).replace("\u007f", "\\u007F");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
