package org.boxtribute.server.warehouse;

import java.util.List;

/** What became of boxes whose tags were to be changed together. */
record BoxesTagsResult(BoxesResult boxes, List<TagErrorInfo> tagErrors) {}
