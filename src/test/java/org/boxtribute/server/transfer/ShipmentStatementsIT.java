package org.boxtribute.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

/** Each step of a shipment of 500 boxes costs as many statements as one of two. */
final class ShipmentStatementsIT {
  private final TestServer server = TestServer.forWrites();
  private final TransferTables tables = new TransferTables(server);
  private final ShipmentRequests requests = new ShipmentRequests(server);
  private final Site source = tables.newSite(3);
  private final Site target = tables.newSite(7);
  private final TestUser sender = source.coordinator();
  private final TestUser receiver = target.coordinator();

  private final Map<String, Integer> statements = new LinkedHashMap<>();

  @Test
  void theNumberOfStatementsDoesNotGrowWithTheBoxes() {
    journey(2);
    Map<String, Integer> few = Map.copyOf(statements);
    statements.clear();
    journey(500);

    assertThat(statements).hasSize(8).isEqualTo(few);
  }

  private void journey(int size) {
    List<BoxRecord> boxes = tables.newBoxes(source, size);
    boxes.forEach(box -> tables.tag(box, source.tag()));
    int shipment = requests.started(source, target);
    count("prepare", () -> requests.prepare(sender, shipment, boxes));
    count("take out", () -> requests.takeOut(sender, shipment, boxes));
    requests.prepare(sender, shipment, boxes).ok();
    count("send", () -> requests.send(sender, shipment));
    count("start", () -> requests.startReceiving(receiver, shipment));
    count("lose", () -> requests.lose(target, shipment, boxes));
    List<Integer> ids = boxes.stream().map(BoxRecord::getId).toList();
    count("find", () -> requests.find(receiver, ids));
    Map<String, ?> received = requests.received(target, shipment, boxes);
    count("receive", () -> requests.updateReceiving(receiver, shipment, received));

    List<BoxRecord> others = tables.newBoxes(source, size);
    int canceled = requests.prepared(source, target, others);
    count("cancel", () -> requests.cancel(sender, canceled));
  }

  private void count(String step, Supplier<Answer> request) {
    statements.put(step, server.statementsOf(() -> request.get().ok()).size());
  }
}
