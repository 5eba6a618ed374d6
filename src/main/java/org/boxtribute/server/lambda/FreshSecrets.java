package org.boxtribute.server.lambda;

import io.micronaut.context.annotation.Requires;
import io.micronaut.crac.OrderedResource;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.boxtribute.server.security.SigningKeys;
import org.crac.Context;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * After the restore, makes what no two instances of a snapshot may share, or what may be old by
 * then: chance, and the issuer's keys. Time needs nothing: it is read anew whenever it is needed.
 */
@Singleton
@Requires(env = "function")
final class FreshSecrets implements OrderedResource {
  private static final int SEED_BYTES = 32;

  private final RandomGenerator random;
  private final SigningKeys signingKeys;

  FreshSecrets(RandomGenerator random, SigningKeys signingKeys) {
    this.random = random;
    this.signingKeys = signingKeys;
  }

  @Override
  public void beforeCheckpoint(@Nullable Context<? extends Resource> context) {
    // what is there does no harm
  }

  @Override
  public void afterRestore(@Nullable Context<? extends Resource> context) {
    if (random instanceof SecureRandom secure) {
      secure.setSeed(secure.generateSeed(SEED_BYTES));
    }
    signingKeys.forget();
  }
}
