package org.boxtribute.server.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection on which a test sends what no HTTP client would. */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_IN_MILLISECONDS = 30_000;

  private final Socket socket;
  private final InputStream input;

  RawConnection(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
    socket.setTcpNoDelay(true);
    input = new BufferedInputStream(socket.getInputStream());
  }

  /** One answer; the headers' names are in lower case. */
  record Response(int status, Map<String, String> headers, String body) {}

  RawConnection send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** The next answer, which must come. */
  Response read() throws IOException {
    String statusLine = line();
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(": ?", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
    }
    String body =
        headers.containsKey("content-length")
            ? text(Integer.parseInt(headers.get("content-length")))
            : chunks();
    return new Response(Integer.parseInt(statusLine.split(" ", 3)[1]), headers, body);
  }

  /** Whether the server ends the connection without another byte. */
  boolean isEnded() throws IOException {
    return input.read() == -1;
  }

  /** Ends the connection so that the server is told at once, whatever is under way. */
  void cut() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int length = length(); length > 0; length = length()) {
      body.append(text(length));
      line();
    }
    line();
    return body.toString();
  }

  private int length() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String text(int length) throws IOException {
    byte[] bytes = input.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The connection ends within an answer");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = input.read(); next != '\n'; next = input.read()) {
      if (next == -1) {
        throw new EOFException("The connection ends before the answer does: " + line);
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
