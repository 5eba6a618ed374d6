package org.boxtribute.server.api;

/**
 * What the explorers load besides their own script and style, if there is a bean of this kind. The
 * script declares a function {@code extendExplorer}, which is given the properties that GraphiQL is
 * about to be shown with and the path of the API, and gives the properties to be used instead.
 *
 * @param script the script's path on this server
 * @param style the style's path on this server
 */
public record ExplorerExtension(String script, String style) {}
