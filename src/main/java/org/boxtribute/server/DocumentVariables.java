package org.boxtribute.server;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.boxtribute.server.graphql.document.ManifestFault;
import org.boxtribute.server.graphql.document.TrustedDocuments;

/** Reads from the environment's variables which documents are trusted, for any kind of server. */
public final class DocumentVariables {
  private static final String FILES = "BOXTRIBUTE_DOCUMENTS";
  private static final String ONLY = "BOXTRIBUTE_DOCUMENTS_ONLY";

  private DocumentVariables() {}

  /**
   * The application's properties. Manifests are looked at before anything is started; whether the
   * schemas have what they ask for is seen later.
   *
   * @throws ManifestFault if a variable or a manifest is at fault
   */
  public static Map<String, Object> properties(Map<String, String> variables) {
    List<String> files =
        Pattern.compile(",")
            .splitAsStream(variables.getOrDefault(FILES, ""))
            .map(String::strip)
            .filter(file -> !file.isEmpty())
            .toList();
    boolean only = isTrue(variables.getOrDefault(ONLY, "").strip());
    if (only && files.isEmpty()) {
      throw new ManifestFault(FILES + " is not set, but " + ONLY + " is");
    }
    TrustedDocuments.of(files);
    return Map.of("boxtribute.documents.files", files, "boxtribute.documents.only", only);
  }

  private static boolean isTrue(String value) {
    return switch (value) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw new ManifestFault(ONLY + " is neither true nor false: " + value);
    };
  }
}
