package org.boxtribute.server.graphql.paging;

import java.util.List;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;

/**
 * A part of a long list.
 *
 * @param totalCount the number of all elements on all pages, where the client asked for it
 */
public record Page<T>(List<T> elements, PageInfo pageInfo, int totalCount) {

  /** Binds the fields that all page types have. */
  @SuppressWarnings("rawtypes") // a class literal has no type arguments
  public static ObjectBinding<Page> bind(Bindings bindings, String type) {
    ObjectBinding<Page> page = bindings.object(type, Page.class);
    page.value("elements", Page::elements);
    page.value("pageInfo", Page::pageInfo);
    page.value("totalCount", Page::totalCount);
    return page;
  }
}
