/** Tests of the command line. */
@NullMarked
package org.boxtribute.server.cli;

import org.jspecify.annotations.NullMarked;
