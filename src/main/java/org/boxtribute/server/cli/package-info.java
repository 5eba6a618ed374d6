/** The administrator's command line: what the jar does instead of serving, and then ends. */
@NullMarked
package org.boxtribute.server.cli;

import org.jspecify.annotations.NullMarked;
