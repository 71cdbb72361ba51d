package dev.alacena.domain.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * The key that signs and the keys that are accepted, all of them on the curve P-256. A key's {@code kid} is its thumbprint
 * (RFC 7638), so that nobody has to name it.
 *
 * @param signing of the tokens that are made now
 * @param current its public key, one of those that are accepted
 * @param accepted public keys: the current one, those of tokens that still live, and the next one
 */
record KeyRing(PrivateKey signing, PublicJsonWebKey current, List<PublicJsonWebKey> accepted) {

    private static final Pattern PRIVATE =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Pattern PUBLIC =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");
    private static final byte[] PROBE = {1, 2, 3};

    KeyRing {
        accepted = List.copyOf(accepted);
    }

    /** Of PEM. Messages name the setting and have nothing of the key in them. */
    static KeyRing of(String privatePem, String publicPem) throws GeneralSecurityException {
        byte[] signing = blocks(PRIVATE, privatePem).stream()
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("login.private-key is not PKCS #8 in PEM"));
        KeyFactory factory = KeyFactory.getInstance("EC");
        PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(signing));
        List<PublicJsonWebKey> accepted = new ArrayList<>();
        for (byte[] block : blocks(PUBLIC, publicPem)) {
            accepted.add(webKey(factory.generatePublic(new X509EncodedKeySpec(block))));
        }
        for (PublicJsonWebKey candidate : accepted) {
            if (isPair(key, candidate.getPublicKey())) {
                return new KeyRing(key, candidate, accepted);
            }
        }
        throw new GeneralSecurityException("login.public-keys do not have the public key of login.private-key");
    }

    Optional<PublicJsonWebKey> accepted(String kid) {
        return accepted.stream().filter(key -> key.getKeyId().equals(kid)).findFirst();
    }

    private static List<byte[]> blocks(Pattern pattern, String pem) {
        return pattern.matcher(pem)
                .results()
                .map(block -> Base64.getMimeDecoder().decode(block.group(1)))
                .toList();
    }

    private static PublicJsonWebKey webKey(PublicKey key) throws GeneralSecurityException {
        try {
            JsonWebKey webKey = JsonWebKey.Factory.newJwk(key);
            if (!(webKey instanceof EllipticCurveJsonWebKey curve && "P-256".equals(curve.getCurveName()))) {
                throw new GeneralSecurityException("login.public-keys have a key that is not on the curve P-256");
            }
            curve.setKeyId(curve.calculateBase64urlEncodedThumbprint("SHA-256"));
            curve.setUse(Use.SIGNATURE);
            curve.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return curve;
        } catch (JoseException unknown) {
            throw new GeneralSecurityException("login.public-keys have a key that is not understood", unknown);
        }
    }

    private static boolean isPair(PrivateKey signing, PublicKey accepted) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signing);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(accepted);
        signature.update(PROBE);
        return signature.verify(signed);
    }

    /** Without the private key. */
    @Override
    public String toString() {
        return "KeyRing[" + current.getKeyId() + "]";
    }
}
