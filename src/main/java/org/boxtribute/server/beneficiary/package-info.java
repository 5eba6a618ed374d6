/**
 * The people whom a base supports, their families and languages, and the tokens that they get and
 * spend. All of it is personal data: no value of a beneficiary belongs in a log, in a metric, or in
 * what other users are told. Beneficiaries are tagged as boxes are, so what a tag is attached to,
 * of either kind, is bound here.
 */
@NullMarked
package org.boxtribute.server.beneficiary;

import org.jspecify.annotations.NullMarked;
