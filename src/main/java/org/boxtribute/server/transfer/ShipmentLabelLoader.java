package org.boxtribute.server.transfer;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.organisation.BaseRepository;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.security.CurrentUser;

/** The label identifiers of shipments: the names of all bases involved are read at once. */
@Singleton
final class ShipmentLabelLoader implements OldLoader<ShipmentLabel, String> {
  private final BaseRepository bases;

  ShipmentLabelLoader(BaseRepository bases) {
    this.bases = bases;
  }

  @Override
  public Map<ShipmentLabel, String> load(Set<ShipmentLabel> labels, CurrentUser user) {
    Map<Integer, BaseRecord> named =
        bases.byId(
            labels.stream()
                .flatMap(label -> Stream.of(label.sourceBase(), label.targetBase()))
                .collect(Collectors.toSet()));
    Map<ShipmentLabel, String> identifiers = new HashMap<>();
    for (ShipmentLabel label : labels) {
      BaseRecord source = named.get(label.sourceBase());
      BaseRecord target = named.get(label.targetBase());
      if (source != null && target != null) {
        identifiers.put(label, label.identifier(source.getName(), target.getName()));
      }
    }
    return identifiers;
  }
}
