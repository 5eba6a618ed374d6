package org.boxtribute.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The forms in which operators put a key into an environment variable. */
class PemSigningKeyTests {

  private static final String PEM = TestTokens.pem(TestTokens.ISSUER);

  /** Self-signed for this test; its private key was thrown away. */
  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIDGzCCAgOgAwIBAgIUDLRQCOb2llcVpmyC7Cp0zwNaNuAwDQYJKoZIhvcNAQEL
      BQAwHTEbMBkGA1UEAwwSaXNzdWVyLmV4YW1wbGUub3JnMB4XDTI2MTEyNDA5MjY1
      N1oXDTM2MTEyMTA5MjY1N1owHTEbMBkGA1UEAwwSaXNzdWVyLmV4YW1wbGUub3Jn
      MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnWwuERPijxPA0CbbnwOj
      yOxt+1OzJDtUcrCjxVrpfrHObuRRLxsB+AlfeJ1mu8m76++AowH4wTMpqpKsiHW1
      ljqhKUPBoXuVyo8adJJAua3UNKCFfiE3mhMBTN7rxifA3cBdetriAnLMwdHwUkIm
      lIWZfXZDFC8rh4ETt3VOU2J5Zvw3dcQAamAftPmx9WaGpEy0+qYCzziOZbKDOMce
      77lWL77r5Ye23hpw8KUG/2gwwho5IbY0S6i91rp3DiQ1hVy+RErhbhP1hGR2W5KK
      t2KYvEPSZbnsPUvSBJdwPQ7OCI4OlM2cjEpILJSxFiOhxBY38nyePWxici3qBhti
      cwIDAQABo1MwUTAdBgNVHQ4EFgQUfQZv8vCaGyGc3dyzxqRZh6VlsFwwHwYDVR0j
      BBgwFoAUfQZv8vCaGyGc3dyzxqRZh6VlsFwwDwYDVR0TAQH/BAUwAwEB/zANBgkq
      hkiG9w0BAQsFAAOCAQEAEM+ufcmyv+w/NBFYoa5WepS4dGEfq0RVP7b4d2eQep9q
      0BiduVfoJF7fpa+U0rtnvOyBXSItaLtBeabGjpxlhNBFmfIZoBktz6TxNwY6XzCP
      RfiOomWr3q6GHHjBitFosyaDaqf04fYn9ObbioCM6NtZrF7thJhn9UpFVUsdxPQX
      CaADl+yUYR3I1F7M8UDepFEPmLuVSB4iLp67jqMGwjNMqoXoymhTMMsD3A8zyyYP
      9vYdeJQP5Vsp3dieFVy9GHMxmOs5H9kwvyG3Tur2mbWaBQnPtJ/Tz125euQehYRr
      ldWNxI4ggMW9HxYg8wczvQUooyrvVioQiyBICKVE/A==
      -----END CERTIFICATE-----
      """;

  private static void assertReadsIssuerKey(String pem) throws SigningKeysUnavailable {
    assertThat(SigningKeys.ofPem(pem).find(null)).hasValue(TestTokens.publicKey(TestTokens.ISSUER));
  }

  @Test
  void a_public_key_is_read() throws SigningKeysUnavailable {
    assertReadsIssuerKey(PEM);
    assertReadsIssuerKey(PEM.strip());
    assertReadsIssuerKey(PEM.replace("\n", "\r\n"));
  }

  @Test
  void a_public_key_on_one_line_is_read() throws SigningKeysUnavailable {
    assertReadsIssuerKey(PEM.replace("\n", "\\n"));
    assertReadsIssuerKey(PEM.replace("\n", "\\r\\n"));
    assertReadsIssuerKey(PEM.replace("\n", " "));
    assertReadsIssuerKey(PEM.replace("\n", ""));
    assertReadsIssuerKey("\"" + PEM.replace("\n", "\\n") + "\"");
  }

  @Test
  void the_key_of_a_certificate_is_read() throws SigningKeysUnavailable {
    assertThat(SigningKeys.ofPem(CERTIFICATE).find("any id"))
        .hasValueSatisfying(key -> assertThat(key.getModulus().bitLength()).isEqualTo(2048));
  }

  @Test
  void the_configured_key_serves_every_key_id() throws SigningKeysUnavailable {
    SigningKeys keys = SigningKeys.ofPem(PEM);

    assertThat(keys.find("anything")).isEqualTo(keys.find(null)).isPresent();
  }

  @Test
  void what_is_no_public_rsa_key_is_refused() throws GeneralSecurityException {
    String elliptic =
        block(
            "PUBLIC KEY",
            KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getEncoded());
    String secret = block("PRIVATE KEY", TestTokens.ISSUER.getPrivate().getEncoded());

    for (String pem :
        new String[] {
          "", "secret", PEM.substring(30), block("PUBLIC KEY", new byte[30]), elliptic, secret
        }) {
      assertThatThrownBy(() -> SigningKeys.ofPem(pem))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("AUTH0_PUBLIC_KEY");
    }
  }

  @Test
  void a_short_key_is_refused() {
    String pem = TestTokens.pem(TestTokens.newKeyPair(1024));

    assertThatThrownBy(() -> SigningKeys.ofPem(pem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1024");
  }

  private static String block(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----"
        .formatted(label, Base64.getEncoder().encodeToString(der), label);
  }
}
