package dev.alacena.web.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;

/** Keys and the password of the administrator, made for one run. */
final class Secrets {

    static final String ADMINISTRATOR = "admin@example.com";

    private Secrets() {}

    /** Makes them, as files and as properties. */
    static void make() {
        try {
            Backends.set("it.keys", Files.createTempDirectory(Path.of(Backends.property("it.directory")), "keys"));
            Backends.set("it.password", UUID.randomUUID());
            KeyPair pair = pair();
            write("private.pem", pem(pair.getPrivate()));
            write("public.pem", pem(pair.getPublic()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the server must be told. */
    static String settings() {
        return "-Dlogin.private-key-file=%s -Dlogin.public-keys-file=%s -Dlogin.admin.email=%s -Dlogin.admin.password=%s"
                .formatted(file("private.pem"), file("public.pem"), ADMINISTRATOR, Backends.property("it.password"));
    }

    static Path file(String name) {
        return Path.of(Backends.property("it.keys"), name);
    }

    static void write(String name, String text) throws IOException {
        Files.writeString(file(name), text);
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String pem(Key key) {
        String kind = key.getFormat().equals("PKCS#8") ? "PRIVATE KEY" : "PUBLIC KEY";
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(key.getEncoded()), kind);
    }
}
