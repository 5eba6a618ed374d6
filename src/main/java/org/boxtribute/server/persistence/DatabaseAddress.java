package org.boxtribute.server.persistence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is: a host and port, or a Unix socket.
 *
 * @param socket the path of the socket, which wins over host and port where it is given
 */
public record DatabaseAddress(String host, int port, @Nullable String socket, String database) {

  /** A write that waits longer for a row is begun anew, several times within a request's time. */
  private static final int LOCK_WAIT_SECONDS = 10;

  /**
   * The JDBC URL. Sessions are strict, so that nothing is cut to fit a column, but zero dates are
   * allowed: they are the default of several columns of the schema.
   */
  public String jdbcUrl() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("zeroDateTimeBehavior", "CONVERT_TO_NULL");
    parameters.put("connectionTimeZone", "UTC");
    parameters.put("preserveInstants", "false");
    parameters.put("tinyInt1isBit", "false");
    parameters.put("rewriteBatchedStatements", "true");
    // Else each write is preceded by the question whether the session may write.
    parameters.put("useLocalSessionState", "true");
    parameters.put("sslMode", "PREFERRED");
    parameters.put("allowPublicKeyRetrieval", "true");
    parameters.put(
        "sessionVariables",
        "sql_mode='STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',"
            + "time_zone='+00:00',innodb_lock_wait_timeout="
            + LOCK_WAIT_SECONDS);
    if (socket != null) {
      parameters.put("socketFactory", "org.newsclub.net.mysql.AFUNIXDatabaseSocketFactoryCJ");
      parameters.put("junixsocket.file", socket);
    }
    return "jdbc:mysql://"
        + host
        + ":"
        + port
        + "/"
        + database
        + parameters.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
