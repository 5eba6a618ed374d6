package org.boxtribute.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless Chromium, led by its DevTools protocol. For one test and one thread. */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final int PATIENCE_IN_SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> messages;
  private final String session;
  private int lastId;

  private Browser(Process process, URI address) throws IOException {
    this.process = process;
    this.messages = new LinkedBlockingQueue<>();
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address, new Listener(messages))
            .join();
    String target =
        send("", "Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
    this.session =
        send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
  }

  /** The program, where one is installed. */
  static Optional<Path> installed() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser start(Path program, Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-address=127.0.0.1",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile.toAbsolutePath(),
                "--window-size=1280,800",
                "about:blank")
            .redirectErrorStream(true)
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        Thread.ofVirtual().start(() -> readOn(output));
        return new Browser(process, URI.create(listening.group(1)));
      }
    }
    throw new IllegalStateException("The browser does not start");
  }

  /** Else the browser would wait for someone to read what it says. */
  private static void readOn(BufferedReader output) {
    try (output) {
      output.transferTo(Writer.nullWriter());
    } catch (IOException ended) {
      // nothing more is said
    }
  }

  void open(URI page) throws IOException {
    send("Page.enable", Map.of());
    send("Page.navigate", Map.of("url", page.toString()));
  }

  /** The text that an expression of JavaScript comes to. */
  String evaluate(String expression) throws IOException {
    return send("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true))
        .path("result")
        .path("value")
        .asText();
  }

  /** Evaluates an expression again and again until the text is as expected. */
  String awaitText(String expression, Predicate<String> expected) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_IN_SECONDS);
    String text = evaluate(expression);
    while (!expected.test(text)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(expression + " stays: " + text);
      }
      text = evaluate("new Promise(done => setTimeout(done, 100)).then(() => " + expression + ")");
    }
    return text;
  }

  /** Types text where the focus is. */
  void type(String text) throws IOException {
    send("Input.insertText", Map.of("text", text));
  }

  /** Writes what the page looks like into a file. */
  void screenshot(Path png) throws IOException {
    String data = send("Page.captureScreenshot", Map.of("format", "png")).path("data").asText();
    Files.write(png, Base64.getDecoder().decode(data));
  }

  private JsonNode send(String method, Map<String, ?> parameters) throws IOException {
    return send(session, method, parameters);
  }

  private JsonNode send(String sessionId, String method, Map<String, ?> parameters)
      throws IOException {
    int id = ++lastId;
    Map<String, Object> message = new HashMap<>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    if (!sessionId.isEmpty()) {
      message.put("sessionId", sessionId);
    }
    socket.sendText(JSON.writeValueAsString(message), true).join();
    while (true) {
      JsonNode answer = next();
      if (answer.path("id").asInt() == id) {
        if (answer.has("error")) {
          throw new IllegalStateException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
      }
    }
  }

  private JsonNode next() {
    try {
      JsonNode message = messages.poll(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new IllegalStateException("The browser does not answer");
      }
      return message;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }

  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> messages;
    private final StringBuilder text = new StringBuilder();

    Listener(BlockingQueue<JsonNode> messages) {
      this.messages = messages;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          messages.add(JSON.readTree(text.toString()));
        } catch (IOException malformed) {
          throw new IllegalStateException(malformed);
        }
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, part, last);
    }
  }
}
