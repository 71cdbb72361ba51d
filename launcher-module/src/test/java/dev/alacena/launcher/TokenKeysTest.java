package dev.alacena.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The keys are made once and are their owner's alone. */
class TokenKeysTest {

    private final Path directory;

    TokenKeysTest(@TempDir Path parent) {
        directory = parent.resolve("target").resolve("keys");
    }

    @Test
    void theNextStartFindsTheKeysOfTheFirst() throws Exception {
        TokenKeys first = TokenKeys.in(directory);
        String privateKey = Files.readString(first.privateKey());
        String publicKeys = Files.readString(first.publicKeys());
        assertThat(TokenKeys.in(directory)).isEqualTo(first);
        assertThat(first.privateKey()).hasContent(privateKey);
        assertThat(first.publicKeys()).hasContent(publicKeys);
    }

    @Test
    void whatThePrivateKeySignsThePublicKeyVerifies() throws Exception {
        TokenKeys keys = TokenKeys.in(directory);
        assertThat(verifies(keys)).isTrue();
        assertThat(((ECPublicKey) publicKey(keys)).getParams().getOrder().bitLength())
                .isEqualTo(256);
    }

    @Test
    void whereOneIsMissingBothAreMadeAnew() throws Exception {
        TokenKeys keys = TokenKeys.in(directory);
        for (Path lost : new Path[] {keys.privateKey(), keys.publicKeys()}) {
            Files.delete(lost);
            TokenKeys.in(directory);
            assertThat(verifies(keys)).isTrue();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no POSIX modes there")
    void onlyTheirOwnerReadsThem() throws Exception {
        TokenKeys keys = TokenKeys.in(directory);
        assertThat(mode(keys.privateKey())).isEqualTo("rw-------");
        assertThat(mode(keys.publicKeys())).isEqualTo("rw-------");
    }

    @Test
    void theApplicationIsToldWhereTheyAreAndNotWhatTheyAre() throws Exception {
        TokenKeys keys = TokenKeys.in(directory);
        assertThat(keys.environment())
                .isEqualTo(Map.of(
                        "LOGIN_PRIVATE_KEY_FILE",
                                directory.resolve("private.pem").toString(),
                        "LOGIN_PUBLIC_KEYS_FILE",
                                directory.resolve("public.pem").toString()));
        assertThat(keys.toString()).doesNotContain("BEGIN");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsAFailureWithItsName() throws Exception {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "a file");
        assertThatThrownBy(() -> TokenKeys.in(directory))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining(directory.toString());
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static boolean verifies(TokenKeys keys) throws IOException, GeneralSecurityException {
        PrivateKey key =
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes(keys.privateKey())));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey(keys));
        signature.update((byte) 1);
        return signature.verify(signed);
    }

    private static PublicKey publicKey(TokenKeys keys) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(bytes(keys.publicKeys())));
    }

    private static byte[] bytes(Path pem) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
    }
}
