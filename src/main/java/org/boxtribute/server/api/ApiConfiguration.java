package org.boxtribute.server.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where the server runs.
 *
 * @param environment {@code production}, {@code staging}, {@code demo} or {@code development}
 */
@ConfigurationProperties("boxtribute")
record ApiConfiguration(@Bindable(defaultValue = "production") String environment) {

  /** Whether only developers use this server, who may see and do more than others. */
  boolean inDevelopment() {
    return environment.equals("development");
  }
}
