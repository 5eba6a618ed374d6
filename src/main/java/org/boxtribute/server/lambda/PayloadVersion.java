package org.boxtribute.server.lambda;

/** In which form an event came, and its answer is expected. */
enum PayloadVersion {
  /** REST APIs, and HTTP APIs that are set to it. */
  ONE,
  /** HTTP APIs and function URLs. */
  TWO,
  /** Load balancers: headers have one value each. */
  LOAD_BALANCER,
  /** Load balancers that are set to several values for each header. */
  LOAD_BALANCER_MULTI_VALUE
}
