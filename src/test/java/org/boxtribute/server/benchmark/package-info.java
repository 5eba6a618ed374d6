/**
 * Measures the product's speed against a program written by hand for one request. Run by {@code
 * ./mvnw -Pbench verify}; what it prints are ratios and figures of one run, never a verdict of the
 * build.
 */
@NullMarked
package org.boxtribute.server.benchmark;

import org.jspecify.annotations.NullMarked;
