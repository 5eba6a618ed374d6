"use strict";

const explorer = document.getElementById("explorer");
const { endpoint } = explorer.dataset;

const fetcher = GraphiQL.createFetcher({ url: endpoint });
const properties = {
  fetcher,
  defaultHeaders: JSON.stringify({ Authorization: "Bearer " }, null, 2),
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

// A script that is loaded before may have something to add: see the class ExplorerExtension.
const extend = globalThis.extendExplorer ?? ((given) => given);

Promise.resolve(extend(properties, endpoint)).then((extended) =>
  ReactDOM.createRoot(explorer).render(React.createElement(GraphiQL, extended)),
);
