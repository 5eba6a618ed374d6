package org.boxtribute.server.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What one would write by hand for the Manage Boxes page and nothing else: plain JDBC with joins,
 * and a JSON generator fed row by row. It has no schema, no permissions and no choice of fields.
 * Its answer has the same bytes as the server's.
 */
final class HandWrittenProgram implements AutoCloseable {
  private static final String BOXES =
      """
      select s.id, s.box_id, p.id, p.name, p.gender_id, p.deleted, p.standard_product_id,
        c.id, c.label, s.items, z.id, z.label, s.weight, s.monetary_value, u.symbol,
        s.box_state_id, l.id, l.label, b.monetary_currency_code, q.code, s.comments, s.created,
        s.modified, s.deleted, cu.id, cu.naam, mu.id, mu.naam
      from stock s
      join locations l on l.id = s.location_id
      join camps b on b.id = l.camp_id
      join products p on p.id = s.product_id
      join product_categories c on c.id = p.category_id
      left join sizes z on z.id = s.size_id
      left join units u on u.id = s.weight_display_unit_id
      left join qr q on q.id = s.qr_id
      left join cms_users cu on cu.id = s.created_by
      left join cms_users mu on mu.id = s.modified_by
      where l.camp_id = ? and (s.deleted is null or s.deleted = 0)
      order by s.modified desc, s.id desc
      limit ?
      """;
  private static final String TAGS =
      """
      select r.object_id, t.id, t.label, t.color, t.description, t.type
      from tags_relations r
      join tags t on t.id = r.tag_id
      join stock s on s.id = r.object_id
      join locations l on l.id = s.location_id
      where r.object_type = 'Stock' and r.deleted_on is null and t.deleted is null
        and l.camp_id = ?
      order by t.id
      """;
  private static final String DETAILS =
      """
      select d.box_id from shipment_detail d
      join stock s on s.id = d.box_id
      join locations l on l.id = s.location_id
      where l.camp_id = ? and d.removed_on is null and d.lost_on is null and d.received_on is null
      """;
  private static final String COUNT =
      """
      select count(*) from stock s join locations l on l.id = s.location_id
      where l.camp_id = ? and (s.deleted is null or s.deleted = 0)
      """;
  private static final Map<Integer, String> GENDERS =
      Map.ofEntries(
          Map.entry(1, "Women"),
          Map.entry(2, "Men"),
          Map.entry(3, "UnisexAdult"),
          Map.entry(4, "Girl"),
          Map.entry(5, "Boy"),
          Map.entry(6, "UnisexKid"),
          Map.entry(7, "BabyGirl"),
          Map.entry(8, "BabyBoy"),
          Map.entry(9, "UnisexBaby"),
          Map.entry(10, "none"),
          Map.entry(12, "TeenGirl"),
          Map.entry(13, "TeenBoy"));
  private static final Map<Integer, String> STATES =
      Map.of(
          1,
          "InStock",
          2,
          "Lost",
          3,
          "MarkedForShipment",
          4,
          "Receiving",
          5,
          "Donated",
          6,
          "Scrap",
          7,
          "InTransit",
          8,
          "NotDelivered");
  private static final Map<String, String> TAG_TYPES =
      Map.of("Stock", "Box", "People", "Beneficiary", "All", "All");

  private final DataSource database;
  private final JsonFactory json = new JsonFactory();
  private final HttpServer server;

  HandWrittenProgram(DataSource database) throws IOException {
    this.database = database;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where the answer to a number of boxes is. */
  URI uri(int boxes) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + boxes);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    int boxes = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream stream = new BufferedOutputStream(exchange.getResponseBody(), 65536)) {
      write(boxes, stream);
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  private void write(int limit, OutputStream stream) throws SQLException, IOException {
    try (Connection connection = database.getConnection();
        JsonGenerator out = json.createGenerator(stream)) {
      int total = count(connection);
      Map<Integer, List<Tag>> tags = tags(connection);
      requireNoDetails(connection);
      out.writeStartObject();
      out.writeObjectFieldStart("data");
      out.writeObjectFieldStart("boxes");
      out.writeNumberField("totalCount", total);
      out.writeObjectFieldStart("pageInfo");
      out.writeBooleanField("hasNextPage", total > limit);
      out.writeEndObject();
      out.writeArrayFieldStart("elements");
      try (PreparedStatement statement = connection.prepareStatement(BOXES)) {
        statement.setInt(1, LargeBase.ID);
        statement.setInt(2, limit);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            writeBox(out, rows, tags);
          }
        }
      }
      out.writeEndArray();
      out.writeEndObject();
      out.writeEndObject();
      out.writeEndObject();
    }
  }

  private static void writeBox(JsonGenerator out, ResultSet row, Map<Integer, List<Tag>> tags)
      throws SQLException, IOException {
    out.writeStartObject();
    out.writeStringField("id", row.getString(1));
    out.writeStringField("labelIdentifier", row.getString(2));
    out.writeObjectFieldStart("product");
    out.writeStringField("type", row.getString(7) == null ? "Custom" : "StandardInstantiation");
    out.writeStringField("id", row.getString(3));
    out.writeStringField("name", row.getString(4));
    out.writeStringField("gender", GENDERS.get(row.getInt(5)));
    writeTime(out, "deletedOn", row.getTimestamp(6));
    out.writeObjectFieldStart("category");
    out.writeStringField("id", row.getString(8));
    out.writeStringField("name", row.getString(9));
    out.writeEndObject();
    out.writeEndObject();
    out.writeNumberField("numberOfItems", row.getInt(10));
    out.writeObjectFieldStart("size");
    out.writeStringField("id", row.getString(11));
    out.writeStringField("label", row.getString(12));
    out.writeEndObject();
    writeDecimal(out, "weight", row, 13);
    writeDecimal(out, "monetaryValue", row, 14);
    out.writeObjectFieldStart("weightDisplayUnit");
    out.writeStringField("symbol", row.getString(15));
    out.writeEndObject();
    out.writeStringField("state", STATES.get(row.getInt(16)));
    out.writeObjectFieldStart("location");
    out.writeStringField("id", row.getString(17));
    out.writeStringField("name", row.getString(18));
    out.writeObjectFieldStart("base");
    out.writeStringField("monetaryCurrencyCode", row.getString(19));
    out.writeEndObject();
    out.writeEndObject();
    out.writeArrayFieldStart("tags");
    for (Tag tag : tags.getOrDefault(row.getInt(1), List.of())) {
      out.writeStartObject();
      out.writeStringField("id", tag.id);
      out.writeStringField("name", tag.name);
      out.writeStringField("color", tag.color);
      out.writeStringField("description", tag.description);
      out.writeStringField("type", tag.type);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeNullField("shipmentDetail");
    out.writeObjectFieldStart("qrCode");
    out.writeStringField("code", row.getString(20));
    out.writeEndObject();
    out.writeStringField("comment", row.getString(21));
    writeTime(out, "createdOn", row.getTimestamp(22));
    writeTime(out, "lastModifiedOn", row.getTimestamp(23));
    writeTime(out, "deletedOn", row.getTimestamp(24));
    writeUser(out, "createdBy", row.getString(25), row.getString(26));
    writeUser(out, "lastModifiedBy", row.getString(27), row.getString(28));
    out.writeEndObject();
  }

  private static void writeUser(JsonGenerator out, String field, String id, String name)
      throws IOException {
    out.writeObjectFieldStart(field);
    out.writeStringField("id", id);
    out.writeStringField("name", name);
    out.writeEndObject();
  }

  private static void writeDecimal(JsonGenerator out, String field, ResultSet row, int column)
      throws SQLException, IOException {
    double value = row.getDouble(column);
    if (row.wasNull()) {
      out.writeNullField(field);
    } else {
      out.writeNumberField(field, value);
    }
  }

  private static void writeTime(JsonGenerator out, String field, @Nullable Timestamp time)
      throws IOException {
    if (time == null) {
      out.writeNullField(field);
    } else {
      String text = time.toString();
      out.writeStringField(field, text.substring(0, 10) + "T" + text.substring(11, 19) + "+00:00");
    }
  }

  private record Tag(String id, String name, String color, String description, String type) {}

  private static Map<Integer, List<Tag>> tags(Connection connection) throws SQLException {
    Map<Integer, List<Tag>> tags = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(TAGS)) {
      statement.setInt(1, LargeBase.ID);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tags.computeIfAbsent(rows.getInt(1), box -> new ArrayList<>())
              .add(
                  new Tag(
                      rows.getString(2),
                      rows.getString(3),
                      rows.getString(4),
                      rows.getString(5),
                      String.valueOf(TAG_TYPES.get(rows.getString(6)))));
        }
      }
    }
    return tags;
  }

  private static int count(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setInt(1, LargeBase.ID);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  /** The large base ships nothing; the statement is sent all the same, as the server sends it. */
  private static void requireNoDetails(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DETAILS)) {
      statement.setInt(1, LargeBase.ID);
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          throw new IllegalStateException("The large base has a shipment");
        }
      }
    }
  }
}
