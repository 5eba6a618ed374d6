import { graphql, readFragment, type ResultOf, type VariablesOf } from "./graphql.js";

const tagBadge = graphql(`
  fragment TagBadge on Tag {
    id
    name
    color
  }
`);

export const boxes = graphql(
  `
    query Boxes($baseId: ID!, $filter: FilterBoxInput) {
      boxes(baseId: $baseId, filterInput: $filter, paginationInput: { first: 20 }) {
        totalCount
        elements {
          labelIdentifier
          state
          numberOfItems
          lastModifiedOn
          location { id name }
          tags { ...TagBadge }
        }
      }
    }
  `,
  [tagBadge],
);

export const renameTag = graphql(`
  mutation RenameTag($tag: TagUpdateInput!) {
    updateTag(updateInput: $tag) {
      __typename
      ... on Tag { id name }
      ... on EmptyNameError { _ }
      ... on InsufficientPermissionError { name }
    }
  }
`);

/** A line for each box: the label, the state, and the tags. */
export function lines(answer: ResultOf<typeof boxes>): string[] {
  return answer.boxes.elements.map((box) => {
    const tags = box.tags?.map((tag) => readFragment(tagBadge, tag).name) ?? [];
    return [box.labelIdentifier, box.state, ...tags].join(" ");
  });
}

/** The name that the tag has now, or why it has not. */
export function outcome(answer: ResultOf<typeof renameTag>): string {
  switch (answer.updateTag?.__typename) {
    case "Tag":
      return answer.updateTag.name;
    case "EmptyNameError":
      return "the name is empty";
    case "InsufficientPermissionError":
      return `you need ${answer.updateTag.name}`;
    default:
      return "the tag cannot be changed";
  }
}

export const instock: VariablesOf<typeof boxes> = { baseId: "1", filter: { states: ["InStock"] } };
