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

  /** The page of a list without elements. */
  public static <T> Page<T> empty() {
    return new Page<>(List.of(), PageInfo.NONE, 0);
  }

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
