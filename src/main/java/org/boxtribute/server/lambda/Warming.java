package org.boxtribute.server.lambda;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.crac.OrderedResource;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boxtribute.server.api.Rehearsal;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.SigningKeys;
import org.boxtribute.server.security.SigningKeysUnavailable;
import org.crac.Context;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before the checkpoint, does once what requests will do: a snapshot remembers the classes, the
 * statements and the documents that they need. Only reads, and never fails: a function that is
 * colder than it could be is better than none.
 */
@Singleton
@Requires(env = "function")
final class Warming implements OrderedResource {

  /** Before the connection pool is emptied: the resource of the highest order comes first. */
  static final int ORDER = 100;

  /** In this order, as pages ask for them. */
  private static final List<String> OPERATIONS =
      List.of("Start", "Boxes", "Box", "Goods", "People", "Shipments", "Distributions");

  /** Who may see everything; the id is stored with nothing, for nothing is written. */
  private static final Map<String, Object> READER =
      Map.of(
          "sub", "auth0|1",
          "https://www.boxtribute.com/roles", List.of("boxtribute_god"),
          "https://www.boxtribute.com/permissions", List.of(),
          "https://www.boxtribute.com/base_ids", List.of(),
          "https://www.boxtribute.com/organisation_id", 0);

  private static final Logger LOG = LoggerFactory.getLogger(Warming.class);

  private final Rehearsal rehearsal;
  private final HttpFunction function;
  private final SigningKeys signingKeys;
  private final String document;
  private final byte[] event;
  private volatile List<String> cold = OPERATIONS;

  Warming(
      Rehearsal rehearsal,
      HttpFunction function,
      SigningKeys signingKeys,
      ResourceLoader resources) {
    this.rehearsal = rehearsal;
    this.function = function;
    this.signingKeys = signingKeys;
    this.document = new String(read(resources, "queries.graphql"), StandardCharsets.UTF_8);
    this.event = read(resources, "event.json");
  }

  private static byte[] read(ResourceLoader resources, String name) {
    Optional<InputStream> found =
        resources.getResourceAsStream("classpath:org/boxtribute/server/lambda/warming/" + name);
    try (InputStream stream = found.orElseThrow()) {
      return stream.readAllBytes();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  public void beforeCheckpoint(@Nullable Context<? extends Resource> context) {
    cold = OPERATIONS.stream().filter(operation -> !isWarmed(() -> run(operation))).toList();
    boolean routed = isWarmed(this::refuseAnEvent);
    boolean keysKnown = isWarmed(this::askTheIssuer);
    LOG.info(
        "Warmed; cold are the queries {}; routes warm: {}, keys known: {}",
        cold,
        routed,
        keysKnown);
  }

  /** The queries that have not been run, or failed. */
  List<String> cold() {
    return cold;
  }

  @Override
  public void afterRestore(@Nullable Context<? extends Resource> context) {
    // what is warm stays warm
  }

  /** Something to be done once. */
  @FunctionalInterface
  private interface Step {
    boolean take() throws Exception;
  }

  private static boolean isWarmed(Step step) {
    try {
      return step.take();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception failure) {
      LOG.warn("Not all could be warmed: {}", failure.toString());
      return false;
    }
  }

  private boolean run(String operation) {
    return rehearsal.run(document, operation, CurrentUser.fromClaims(new HashMap<>(READER)));
  }

  /** Nobody has signed it. */
  private boolean refuseAnEvent() throws IOException, InterruptedException {
    function.answer(new ByteArrayInputStream(event), OutputStream.nullOutputStream(), null);
    return true;
  }

  private boolean askTheIssuer() throws SigningKeysUnavailable {
    signingKeys.find("warming");
    return true;
  }
}
