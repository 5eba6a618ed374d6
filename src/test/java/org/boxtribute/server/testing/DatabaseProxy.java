package org.boxtribute.server.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the server and the database, passes on what they say to each other, and cuts their
 * connection at a statement when it is told to. It reads the client's packets, so the connection
 * must not be encrypted: {@link #jdbcUrl()} sees to that.
 */
public final class DatabaseProxy implements AutoCloseable {

  /** When a connection is cut. */
  public enum Moment {
    /** The database never hears of the statement. */
    BEFORE_IT_ARRIVES,
    /** The database has done what the statement says, but its answer does not arrive. */
    BEFORE_ITS_ANSWER
  }

  private record Cut(int statement, Moment moment) {}

  private static final int COM_QUERY = 3;

  /** The pool asks this when a connection was idle for a while: it is no statement of anyone's. */
  private static final String ALIVE = "SELECT 1";

  private static final int LENGTH_BYTES = 3;

  private final DatabaseAddress database;
  private final ServerSocket listener;
  private final List<String> statements = new ArrayList<>();
  private @Nullable Cut planned;

  private DatabaseProxy(DatabaseAddress database) {
    this.database = database;
    try {
      this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Starts a proxy for a database. */
  public static DatabaseProxy before(DatabaseAddress database) {
    return new DatabaseProxy(database);
  }

  /** The URL under which the database is reached through this proxy. */
  public String jdbcUrl() {
    return new DatabaseAddress("127.0.0.1", listener.getLocalPort(), null, database.database())
        .jdbcUrl()
        .replace("sslMode=PREFERRED", "sslMode=DISABLED");
  }

  /** Lets all statements pass, and forgets those so far. */
  public synchronized void reset() {
    planned = null;
    statements.clear();
  }

  /**
   * Cuts the connection over which a statement comes, once.
   *
   * @param statement its number from now on, from 0
   */
  public synchronized void cutAt(int statement, Moment moment) {
    reset();
    planned = new Cut(statement, moment);
  }

  /** Whether the connection has been cut as planned. */
  public synchronized boolean hasCut() {
    return planned == null;
  }

  /** The statements since the last reset, those that set and end transactions included. */
  public synchronized List<String> statements() {
    return List.copyOf(statements);
  }

  @Override
  public void close() {
    quietly(listener::close);
  }

  private void accept() {
    while (!listener.isClosed()) {
      quietly(
          () ->
              new Connection(listener.accept(), new Socket(database.host(), database.port()))
                  .start());
    }
  }

  /** The moment at which the statement's connection is to be cut, or null if it may pass. */
  private synchronized @Nullable Moment fateOf(String statement) {
    statements.add(statement);
    if (planned == null || planned.statement() != statements.size() - 1) {
      return null;
    }
    Moment moment = planned.moment();
    planned = null;
    return moment;
  }

  private final class Connection {
    private final Socket client;
    private final Socket server;
    private volatile boolean cutAtAnswer;

    Connection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void start() {
      Thread.ofVirtual().start(() -> ended(this::passRequests));
      Thread.ofVirtual().start(() -> ended(this::passAnswers));
    }

    /**
     * A packet is the length of its payload, a number, and the payload, which begins with a
     * command.
     */
    private void passRequests() throws IOException {
      DataInputStream from = new DataInputStream(client.getInputStream());
      OutputStream to = server.getOutputStream();
      byte[] header = new byte[LENGTH_BYTES + 1];
      while (true) {
        from.readFully(header);
        int length = (header[0] & 0xff) | ((header[1] & 0xff) << 8) | ((header[2] & 0xff) << 16);
        byte[] packet = new byte[header.length + length];
        System.arraycopy(header, 0, packet, 0, header.length);
        from.readFully(packet, header.length, length);
        Moment fate =
            isStatement(packet) && !text(packet).equals(ALIVE) ? fateOf(text(packet)) : null;
        if (fate == Moment.BEFORE_IT_ARRIVES) {
          return;
        }
        cutAtAnswer = fate == Moment.BEFORE_ITS_ANSWER;
        to.write(packet);
        to.flush();
      }
    }

    private void passAnswers() throws IOException {
      InputStream from = server.getInputStream();
      OutputStream to = client.getOutputStream();
      byte[] buffer = new byte[1 << 16];
      for (int read = from.read(buffer); read >= 0 && !cutAtAnswer; read = from.read(buffer)) {
        to.write(buffer, 0, read);
        to.flush();
      }
    }

    private void ended(Work passing) {
      quietly(passing);
      quietly(client::close);
      quietly(server::close);
    }

    /** Packets of a conversation about the login have other numbers than 0. */
    private static boolean isStatement(byte[] packet) {
      return packet[LENGTH_BYTES] == 0
          && packet.length > LENGTH_BYTES + 1
          && packet[LENGTH_BYTES + 1] == COM_QUERY;
    }

    /** Before the text, MySQL is told that the statement has no attributes, which are one set. */
    private static String text(byte[] packet) {
      int start = LENGTH_BYTES + 2;
      boolean toldAttributes = packet[start] == 0;
      int textStart = toldAttributes ? start + 2 : start;
      return new String(packet, textStart, packet.length - textStart, StandardCharsets.UTF_8);
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  /** That a connection ends is what this class is for. */
  private static void quietly(Work work) {
    try {
      work.run();
    } catch (IOException ended) {
      // nothing is left to be done
    }
  }
}
