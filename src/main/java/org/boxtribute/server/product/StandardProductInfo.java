package org.boxtribute.server.product;

import org.jspecify.annotations.Nullable;

/** What the public API tells about a standard product. */
record StandardProductInfo(
    int id,
    String name,
    String categoryName,
    String sizeRangeName,
    @Nullable ProductGender gender,
    int version) {}
