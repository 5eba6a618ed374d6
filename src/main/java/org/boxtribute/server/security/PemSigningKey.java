package org.boxtribute.server.security;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One RSA key, given as the PEM of a public key or of a certificate. */
record PemSigningKey(RSAPublicKey key) implements SigningKeys {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  PemSigningKey {
    RsaStrength.check(key);
  }

  /** Accepts line breaks also as they come out of environment variables: "\n" or blanks. */
  static PemSigningKey parse(String pem) {
    Matcher block = BLOCK.matcher(pem.replace("\\r", "").replace("\\n", "\n"));
    if (!block.find()) {
      throw new IllegalArgumentException("AUTH0_PUBLIC_KEY is not in PEM format");
    }
    String label = block.group(1);
    try {
      byte[] der = Base64.getDecoder().decode(block.group(2).replaceAll("\\s", ""));
      if (publicKey(label, der) instanceof RSAPublicKey key) {
        return new PemSigningKey(key);
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("AUTH0_PUBLIC_KEY cannot be read: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("AUTH0_PUBLIC_KEY is not an RSA key");
  }

  private static PublicKey publicKey(String label, byte[] der) throws GeneralSecurityException {
    return switch (label) {
      case "PUBLIC KEY" ->
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
      case "CERTIFICATE" ->
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der))
              .getPublicKey();
      default ->
          throw new IllegalArgumentException(
              "expected a PUBLIC KEY or a CERTIFICATE, but found a " + label);
    };
  }

  @Override
  public Optional<RSAPublicKey> find(@Nullable String keyId) {
    return Optional.of(key);
  }
}
