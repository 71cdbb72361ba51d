package dev.alacena.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/**
 * The keys that the application signs its tokens with: made at the first start, kept for the next ones, readable by their
 * owner alone.
 */
record TokenKeys(Path privateKey, Path publicKeys) {

    static TokenKeys in(Path directory) throws LaunchFailure {
        TokenKeys keys = new TokenKeys(directory.resolve("private.pem"), directory.resolve("public.pem"));
        try {
            Files.createDirectories(directory);
            if (Files.notExists(keys.privateKey) || Files.notExists(keys.publicKeys)) {
                keys.make();
            }
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new LaunchFailure("cannot make the keys of tokens in " + directory, e);
        }
    }

    private void make() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        write(publicKeys, "PUBLIC KEY", pair.getPublic());
        write(privateKey, "PRIVATE KEY", pair.getPrivate());
    }

    /** Never readable by others, not even before it is complete. */
    private static void write(Path file, String kind, Key key) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(
                file,
                "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(key.getEncoded())));
    }

    /** The application's settings. */
    Map<String, String> environment() {
        return Map.of(
                "LOGIN_PRIVATE_KEY_FILE", privateKey.toString(),
                "LOGIN_PUBLIC_KEYS_FILE", publicKeys.toString());
    }
}
