/** The function, as the managed runtime calls it, against an emulator of the Lambda Runtime API. */
@org.jspecify.annotations.NullMarked
package org.boxtribute.server.lambda;
