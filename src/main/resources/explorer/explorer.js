"use strict";

const explorer = document.getElementById("explorer");
const { endpoint, token } = explorer.dataset;

const fetcher = GraphiQL.createFetcher({ url: endpoint });
const properties = {
  fetcher,
  defaultQuery: "# Write a query here, and run it with Ctrl+Enter.\n\n{\n  __typename\n}\n",
  // Each API keeps its own tabs and history.
  storage: {
    getItem: (key) => localStorage.getItem(endpoint + key),
    setItem: (key, value) => localStorage.setItem(endpoint + key, value),
    removeItem: (key) => localStorage.removeItem(endpoint + key),
    clear: () => localStorage.clear(),
    get length() {
      return localStorage.length;
    },
  },
};
if (token) {
  // A token of an earlier start of the demo is worth nothing any more.
  properties.headers = JSON.stringify({ Authorization: "Bearer " + token }, null, 2);
  properties.shouldPersistHeaders = false;
} else {
  properties.defaultHeaders = JSON.stringify({ Authorization: "Bearer " }, null, 2);
}

ReactDOM.createRoot(explorer).render(React.createElement(GraphiQL, properties));
