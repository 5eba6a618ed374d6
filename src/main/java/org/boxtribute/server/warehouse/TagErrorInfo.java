package org.boxtribute.server.warehouse;

import java.util.Comparator;
import org.boxtribute.server.graphql.error.UserError;

/** Why a tag was neither attached nor taken off. */
record TagErrorInfo(int id, UserError error) {
  static final Comparator<TagErrorInfo> BY_ID = Comparator.comparingInt(TagErrorInfo::id);
}
