package dev.alacena.web.auth;

import dev.alacena.api.limit.ClientAddress;
import dev.alacena.api.limit.RateLimits;
import dev.alacena.api.limit.Verdict;
import dev.alacena.web.audit.Audit;
import dev.alacena.web.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Slows down whoever guesses passwords, by account and by address, over all nodes: {@code alacena.rate-limits.login-account.*}
 * and {@code login-address.*}. An account that does not exist is slowed down like any other. Thread-safe.
 */
@ApplicationScoped
public class LoginAttempts {

    private static final String ACCOUNT = "login-account";
    private static final String ADDRESS = "login-address";

    @Inject
    RateLimits limits;

    @Inject
    ClientAddress addresses;

    /**
     * What a check of a password gives, empty if that is wrong. It counts as wrong from the beginning, so that checks at the
     * same time do not slip through; one that broke off has told nothing, and does not count.
     *
     * @throws Refusal 429 while a delay stands
     */
    <T> Optional<T> attempt(String username, HttpServletRequest request, Supplier<Optional<T>> check) {
        begin(username, request);
        Optional<T> outcome;
        try {
            outcome = check.get();
        } catch (RuntimeException brokenOff) {
            limits.withdraw(ACCOUNT, account(username));
            limits.withdraw(ADDRESS, addresses.network(request));
            throw brokenOff;
        }
        if (outcome.isPresent()) {
            succeeded(username, request);
        }
        return outcome;
    }

    private void begin(String username, HttpServletRequest request) {
        require(ADDRESS, limits.attempt(ADDRESS, addresses.network(request)), username, request);
        Verdict byAccount = limits.attempt(ACCOUNT, account(username));
        if (!byAccount.allowed()) {
            // the account alone was asked too often: nothing was guessed from here
            limits.withdraw(ADDRESS, addresses.network(request));
        }
        require(ACCOUNT, byAccount, username, request);
    }

    /** The password was right: the account begins anew, others behind the address may still be guessing. */
    private void succeeded(String username, HttpServletRequest request) {
        limits.succeeded(ACCOUNT, account(username));
        limits.withdraw(ADDRESS, addresses.network(request));
    }

    private static void require(String limit, Verdict verdict, String username, HttpServletRequest request) {
        if (!verdict.allowed()) {
            Audit.log(Audit.Event.LOGIN_DELAYED, "", Audit.account(username), request);
            throw Refusal.tooMany("Too many attempts.", limit, verdict);
        }
    }

    /** In the spelling in which accounts are found. */
    private static String account(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
