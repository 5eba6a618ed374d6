package org.boxtribute.server;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.boxtribute.server.security.SigningKeys;
import org.jspecify.annotations.Nullable;

/**
 * Reads the environment variables that operators configure the server with, and turns them into the
 * properties of the application. The names are those of the reference implementation, and a few
 * more. A variable that is set to nothing counts as not set.
 */
public final class Environment {
  private static final int MYSQL_DEFAULT_PORT = 3306;
  private static final String SERVER_DEFAULT_PORT = "5005";
  private static final String PRODUCTION = "production";
  private static final String DEVELOPMENT = "development";
  private static final Set<String> ENVIRONMENTS =
      Set.of(PRODUCTION, "staging", "demo", DEVELOPMENT, "test");
  private static final List<String> APPS = List.of("app", "api", "shared");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*(?::(?<port>\\d+))?");

  private static final String FRONT_END = "BOXTRIBUTE_FRONT_END";
  private static final Pattern APP_AND_FOLDER = Pattern.compile("(?<app>app|shared)=(?<folder>.+)");

  /** As browsers write it: in lower case, without a path. */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "https?://(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(?::(?<port>\\d+))?");

  private final Map<String, String> variables;
  private final Map<String, Object> properties = new LinkedHashMap<>();

  private Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** A variable is missing or malformed; the message is one line that names it. */
  public static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Invalid(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * The application's properties.
   *
   * @throws Invalid if a variable is missing or malformed
   * @throws org.boxtribute.server.graphql.document.ManifestFault if trusted documents are at fault
   */
  public static Map<String, Object> properties(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    environment.readServer();
    environment.readDatabase("default", "MYSQL_", "");
    if (environment.hasReplica()) {
      environment.readDatabase("replica", "MYSQL_REPLICA_", "MYSQL_");
    }
    environment.readAuth0();
    environment.readFrontEnds();
    environment.readOrigins();
    environment.properties.putAll(DocumentVariables.properties(variables));
    return Map.copyOf(environment.properties);
  }

  private void readServer() {
    String environment = or("ENVIRONMENT", PRODUCTION);
    if (!ENVIRONMENTS.contains(environment)) {
      throw new Invalid("ENVIRONMENT is not one of " + sorted(ENVIRONMENTS) + ": " + environment);
    }
    properties.put("boxtribute.environment", environment);
    properties.put("boxtribute.apps", apps(environment));
    properties.put("micronaut.server.host", or("HOST", "127.0.0.1"));
    properties.put("micronaut.server.port", port("PORT", or("PORT", SERVER_DEFAULT_PORT)));
  }

  /** Where nothing is said, a developer has all apps, and a deployed server is the web app's. */
  private List<String> apps(String environment) {
    String otherwise = environment.equals(DEVELOPMENT) ? String.join(",", APPS) : APPS.getFirst();
    List<String> apps =
        Pattern.compile(",")
            .splitAsStream(or("BOXTRIBUTE_APPS", otherwise))
            .map(String::strip)
            .toList();
    for (String app : apps) {
      if (!APPS.contains(app)) {
        throw new Invalid("BOXTRIBUTE_APPS has something other than app, api and shared: " + app);
      }
    }
    return apps;
  }

  private boolean hasReplica() {
    return optional("MYSQL_REPLICA_SOCKET") != null || optional("MYSQL_REPLICA_HOST") != null;
  }

  /** What is not said about the replica is as it is for the primary database. */
  private void readDatabase(String name, String prefix, String fallback) {
    DatabaseAddress address = address(prefix, fallback);
    String source = "datasources." + name + ".";
    properties.put(source + "driver-class-name", "com.mysql.cj.jdbc.Driver");
    properties.put(source + "url", address.jdbcUrl());
    properties.put(source + "username", required(prefix, fallback, "USER"));
    properties.put(source + "password", password(prefix, fallback));
  }

  private DatabaseAddress address(String prefix, String fallback) {
    String database = required(prefix, fallback, "DB");
    String socket = optional(prefix + "SOCKET");
    if (socket != null) {
      return new DatabaseAddress("localhost", MYSQL_DEFAULT_PORT, socket, database);
    }
    String host = optional(prefix + "HOST");
    if (host == null) {
      throw new Invalid(prefix + "HOST is not set, nor is " + prefix + "SOCKET");
    }
    boolean ownPort = fallback.isEmpty() || optional(prefix + "PORT") != null;
    String portName = (ownPort ? prefix : fallback) + "PORT";
    String port = or(portName, String.valueOf(MYSQL_DEFAULT_PORT));
    return new DatabaseAddress(host, port(portName, port), null, database);
  }

  private void readAuth0() {
    String domain = required("", "", "AUTH0_DOMAIN");
    Matcher hostAndPort = HOST_AND_PORT.matcher(domain);
    if (!hostAndPort.matches()) {
      throw new Invalid("AUTH0_DOMAIN is not a host name: " + domain);
    }
    if (hostAndPort.group("port") != null) {
      port("The port of AUTH0_DOMAIN", hostAndPort.group("port"));
    }
    properties.put("boxtribute.auth0.domain", domain);
    properties.put("boxtribute.auth0.audience", required("", "", "AUTH0_AUDIENCE"));
    String publicKey = optional("AUTH0_PUBLIC_KEY");
    if (publicKey != null) {
      properties.put("boxtribute.auth0.public-key", checkedKey(publicKey));
    }
    if (properties.get("boxtribute.apps") instanceof List<?> apps && apps.contains("api")) {
      readAuth0Client();
    }
  }

  /** Only partners sign in through this server; it does so in this client's name. */
  private void readAuth0Client() {
    boolean needed = PRODUCTION.equals(properties.get("boxtribute.environment"));
    String id = optional("AUTH0_CLIENT_ID");
    String secret = optional("AUTH0_CLIENT_SECRET");
    if (id != null && secret != null) {
      properties.put("boxtribute.auth0.client-id", id);
      properties.put("boxtribute.auth0.client-secret", secret);
    } else if (needed) {
      throw new Invalid((id == null ? "AUTH0_CLIENT_ID" : "AUTH0_CLIENT_SECRET") + " is not set");
    }
  }

  /** A folder alone is that of the web app, or of the only app that there is. */
  private void readFrontEnds() {
    String value = optional(FRONT_END);
    if (value == null) {
      return;
    }
    List<String> apps = served();
    if (apps.contains("api")) {
      throw new Invalid(
          FRONT_END + " cannot be served beside the app api: both are at the root of the site");
    }
    List<String> entries =
        value.matches("[a-z]+=.*")
            ? Stream.of(value.split(",", -1)).map(String::strip).toList()
            : List.of((apps.contains("app") ? "app" : "shared") + "=" + value.strip());
    Map<String, String> folders = new LinkedHashMap<>();
    entries.forEach(entry -> readFrontEnd(entry, apps, folders));
    if (folders.isEmpty()) {
      throw new Invalid(
          FRONT_END + " names no front-end of the apps that this server is: " + value);
    }
    properties.put(
        "boxtribute.front-ends",
        folders.entrySet().stream()
            .map(folder -> folder.getKey() + "=" + folder.getValue())
            .toList());
  }

  /** What is said of apps that other servers are may stand here too, for all have one setting. */
  private static void readFrontEnd(String entry, List<String> apps, Map<String, String> folders) {
    Matcher frontEnd = APP_AND_FOLDER.matcher(entry);
    if (!frontEnd.matches()) {
      throw new Invalid(
          FRONT_END + " has something other than app=FOLDER and shared=FOLDER: " + entry);
    }
    if (!apps.contains(frontEnd.group("app"))) {
      return;
    }
    if (folders.put(frontEnd.group("app"), checkedFolder(frontEnd.group("folder"))) != null) {
      throw new Invalid(FRONT_END + " names two folders of one app: " + entry);
    }
  }

  private static String checkedFolder(String folder) {
    try {
      if (Files.isReadable(Path.of(folder, "index.html"))) {
        return folder;
      }
    } catch (InvalidPathException malformed) {
      // answered below
    }
    throw new Invalid(FRONT_END + " is not a folder with an index.html: " + folder);
  }

  private List<String> served() {
    return properties.get("boxtribute.apps") instanceof List<?> apps
        ? apps.stream().map(String.class::cast).toList()
        : List.of();
  }

  private void readOrigins() {
    String value = optional("BOXTRIBUTE_ORIGINS");
    if (value == null) {
      return;
    }
    List<String> origins = Stream.of(value.split(",", -1)).map(String::strip).toList();
    for (String origin : origins) {
      Matcher parts = ORIGIN.matcher(origin);
      if (!parts.matches()) {
        throw new Invalid(
            "BOXTRIBUTE_ORIGINS has something other than origins such as https://app.example.org: "
                + origin);
      }
      if (parts.group("port") != null) {
        port("The port in BOXTRIBUTE_ORIGINS", parts.group("port"));
      }
    }
    properties.put("boxtribute.origins", origins);
  }

  private static String checkedKey(String publicKey) {
    try {
      SigningKeys.ofPem(publicKey);
      return publicKey;
    } catch (IllegalArgumentException malformed) {
      throw new Invalid("AUTH0_PUBLIC_KEY is not the PEM of an RSA key or certificate");
    }
  }

  private static int port(String name, String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException malformed) {
      // answered below
    }
    throw new Invalid(name + " is not a port number: " + text);
  }

  /** A password may be empty, but it has to be said. */
  private String password(String prefix, String fallback) {
    String name = variables.containsKey(prefix + "PASSWORD") ? prefix : fallback;
    String password = variables.get(name + "PASSWORD");
    if (password == null) {
      throw new Invalid((fallback.isEmpty() ? prefix : fallback) + "PASSWORD is not set");
    }
    return password;
  }

  private String required(String prefix, String fallback, String name) {
    String value = optional(prefix + name);
    if (value == null && !fallback.isEmpty()) {
      value = optional(fallback + name);
    }
    if (value == null) {
      throw new Invalid((fallback.isEmpty() ? prefix : fallback) + name + " is not set");
    }
    return value;
  }

  private String or(String name, String otherwise) {
    String value = optional(name);
    return value == null ? otherwise : value;
  }

  private @Nullable String optional(String name) {
    String value = variables.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }
}
