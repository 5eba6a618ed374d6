package org.boxtribute.server.product;

import java.util.List;
import org.boxtribute.server.persistence.Transaction;

/** Tells what holds a product. A room below knows: products know nothing of boxes. */
public interface ProductUse {

  /** The labels of the boxes that hold a product and are in stock or on their way. */
  List<String> labelsOfBoxesInUse(Transaction transaction, int product);
}
