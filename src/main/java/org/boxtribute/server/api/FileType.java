package org.boxtribute.server.api;

import java.util.Locale;
import java.util.Map;

/**
 * How the files of a front-end are sent.
 *
 * @param name the media type
 * @param isText whether compression makes it smaller
 */
record FileType(String name, boolean isText) {
  private static final FileType UNKNOWN = new FileType("application/octet-stream", false);

  private static final Map<String, FileType> BY_EXTENSION =
      Map.ofEntries(
          text("html", "text/html;charset=utf-8"),
          text("htm", "text/html;charset=utf-8"),
          text("js", "text/javascript;charset=utf-8"),
          text("mjs", "text/javascript;charset=utf-8"),
          text("css", "text/css;charset=utf-8"),
          text("json", "application/json"),
          text("map", "application/json"),
          text("webmanifest", "application/manifest+json"),
          text("svg", "image/svg+xml"),
          text("xml", "application/xml"),
          text("txt", "text/plain;charset=utf-8"),
          text("md", "text/markdown;charset=utf-8"),
          text("csv", "text/csv;charset=utf-8"),
          text("wasm", "application/wasm"),
          text("ttf", "font/ttf"),
          text("otf", "font/otf"),
          text("ico", "image/x-icon"),
          other("woff", "font/woff"),
          other("woff2", "font/woff2"),
          other("png", "image/png"),
          other("jpg", "image/jpeg"),
          other("jpeg", "image/jpeg"),
          other("gif", "image/gif"),
          other("webp", "image/webp"),
          other("avif", "image/avif"),
          other("mp3", "audio/mpeg"),
          other("mp4", "video/mp4"),
          other("webm", "video/webm"),
          other("pdf", "application/pdf"),
          other("zip", "application/zip"));

  /** The type that a file's name tells. */
  static FileType of(String fileName) {
    return BY_EXTENSION.getOrDefault(extension(fileName), UNKNOWN);
  }

  private static String extension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static Map.Entry<String, FileType> text(String extension, String name) {
    return Map.entry(extension, new FileType(name, true));
  }

  private static Map.Entry<String, FileType> other(String extension, String name) {
    return Map.entry(extension, new FileType(name, false));
  }
}
