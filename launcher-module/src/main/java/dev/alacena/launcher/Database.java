package dev.alacena.launcher;

import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the application's PostgreSQL is and who asks. */
record Database(String url, String user, String password) {

    PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(5);
        source.setSocketTimeout(60);
        return source;
    }

    /** The application's settings. */
    Map<String, String> environment() {
        return Map.of("DATABASE_URL", url, "DATABASE_USER", user, "DATABASE_PASSWORD", password);
    }

    /** The address without what comes after the question mark: a password may be there. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
