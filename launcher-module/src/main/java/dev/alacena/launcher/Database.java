package dev.alacena.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the application's PostgreSQL is; user and password may be part of the address instead. */
record Database(String url, @Nullable String user, @Nullable String password) {

    PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        source.setConnectTimeout(5);
        source.setSocketTimeout(60);
        return source;
    }

    /** The application's settings. */
    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("DATABASE_URL", url);
        if (user != null) {
            variables.put("DATABASE_USER", user);
        }
        if (password != null) {
            variables.put("DATABASE_PASSWORD", password);
        }
        return variables;
    }

    /** The address without what comes after the question mark: a password may be there. */
    String shown() {
        return url.replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return shown();
    }
}
