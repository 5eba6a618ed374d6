package org.boxtribute.server.api;

import com.fasterxml.jackson.core.JsonFactory;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes what reads and writes JSON. */
@Factory
final class JsonStreams {

  /** Parsers and generators of JSON; the limits on nesting and lengths are Jackson's own. */
  @Singleton
  JsonFactory jsonFactory() {
    return new JsonFactory();
  }
}
