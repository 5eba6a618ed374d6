package org.boxtribute.server.beneficiary;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.jspecify.annotations.Nullable;

/** Reads the fields that the inputs about beneficiaries have in common. */
final class BeneficiaryInputs {

  /** The first year that the database's days are made for. */
  private static final int FIRST_YEAR = 1000;

  private BeneficiaryInputs() {}

  /**
   * A day, or null where the client gave none.
   *
   * @throws BadUserInput naming the field, if the database has no such day
   */
  static @Nullable LocalDate day(Arguments input, String name) {
    LocalDate day = input.date(name);
    if (day != null && !isStorable(day)) {
      throw new BadUserInput("The '" + name + "' is before the year " + FIRST_YEAR + ".");
    }
    return day;
  }

  /** Whether the database can hold a day. */
  static boolean isStorable(LocalDate day) {
    return day.getYear() >= FIRST_YEAR;
  }

  /** The field {@code languages}, each once, or null where the client gave none. */
  static @Nullable Set<Language> languages(Arguments input) {
    List<Language> languages = input.choices("languages", Language.class);
    if (languages == null) {
      return null;
    }
    Set<Language> each = EnumSet.noneOf(Language.class);
    each.addAll(languages);
    return each;
  }

  /** The field {@code tagIds}, each id once; none where the client gave none. */
  static Set<Integer> tagIds(Arguments input) {
    List<Integer> ids = input.integers("tagIds");
    return ids == null ? Set.of() : new TreeSet<>(ids);
  }
}
