"use strict";

const demoUserKey = "demo:user";

/** Adds what the demo has to offer: tabs to begin with, and a choice of whom to sign in as. */
async function extendExplorer(properties, endpoint) {
  const offer = await (await fetch("/demo/explorer.json")).json();
  const storage = ofVersion(offer.version, properties.storage);
  const tabs = offer.tabs[endpoint];
  const extended = {
    ...properties,
    ...openTab(storage, tabs),
    storage,
    defaultTabs: tabs,
    defaultHeaders: "",
  };
  if (endpoint === "/public") {
    return extended;
  }
  const signedIn = { user: rememberedUser(offer) };
  return {
    ...extended,
    fetcher: GraphiQL.createFetcher({
      url: endpoint,
      fetch: (url, request) => fetch(url, withCredentials(request, signedIn.user)),
    }),
    children: React.createElement(
      GraphiQL.Logo,
      null,
      React.createElement(DemoUserChoice, { users: offer.users, signedIn }),
    ),
  };
}

/**
 * What is in the tab that was left open, or in the first. Without being told, GraphiQL opens the
 * first tab without its variables, and may not find again the one that was left open.
 */
function openTab(storage, tabs) {
  const left = JSON.parse(storage.getItem("graphiql:tabState"));
  const { query, variables } = left?.tabs[left.activeTabIndex] ?? tabs[0];
  return { query: query ?? "", variables: variables ?? "" };
}

function DemoUserChoice({ users, signedIn }) {
  const [userName, setUserName] = React.useState(signedIn.user.userName);
  const choose = (event) => {
    signedIn.user = users.find((user) => user.userName === event.target.value);
    localStorage.setItem(demoUserKey, signedIn.user.userName);
    setUserName(signedIn.user.userName);
  };
  const options = users.map((user) =>
    React.createElement(
      "option",
      { key: user.userName, value: user.userName },
      user.name + ", " + user.duty,
    ),
  );
  return React.createElement(
    "label",
    { className: "demo-user" },
    React.createElement("span", null, "Signed in as"),
    React.createElement(
      "select",
      { value: userName, title: "Signed in as " + userName, onChange: choose },
      options,
    ),
  );
}

function rememberedUser({ users, guide }) {
  const remembered = localStorage.getItem(demoUserKey);
  return (
    users.find((user) => user.userName === remembered) ??
    users.find((user) => user.userName === guide)
  );
}

/** Each request signs in anew; whoever writes an Authorization header of their own is let. */
function withCredentials(request, user) {
  const headers = new Headers(request.headers);
  if (!headers.has("Authorization")) {
    headers.set("Authorization", "Basic " + btoa(user.userName + ":" + user.password));
  }
  return { ...request, headers };
}

/** Tabs are kept until a version of the demo has others to begin with. */
function ofVersion(version, storage) {
  return Object.assign(Object.create(storage), {
    getItem: (key) => storage.getItem(version + key),
    setItem: (key, value) => storage.setItem(version + key, value),
    removeItem: (key) => storage.removeItem(version + key),
  });
}
