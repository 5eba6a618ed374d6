package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.security.Permission.BENEFICIARY_CREATE;
import static org.boxtribute.server.security.Permission.BENEFICIARY_DELETE;
import static org.boxtribute.server.security.Permission.BENEFICIARY_EDIT;
import static org.boxtribute.server.security.Permission.BENEFICIARY_LANGUAGE_ASSIGN;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.MutationBinding;
import org.boxtribute.server.security.Requirement;

/** The root mutation fields about beneficiaries. */
@Singleton
final class BeneficiaryMutations implements FieldBindings {
  private static final Requirement<Object> MAY_ASSIGN =
      requires(BENEFICIARY_LANGUAGE_ASSIGN)
          .anywhere()
          .and(requires(TAG_RELATION_ASSIGN).anywhere());
  private static final Requirement<Arguments> MAY_CREATE =
      requires(BENEFICIARY_CREATE)
          .<Arguments>inBase(input -> input.requiredInteger("baseId"))
          .and(requires(TAG_READ).<Arguments>inBase(input -> input.requiredInteger("baseId")))
          .and(MAY_ASSIGN);
  private static final Requirement<Object> MAY_EDIT =
      requires(BENEFICIARY_EDIT).anywhere().and(requires(TAG_READ).anywhere()).and(MAY_ASSIGN);

  private final BeneficiaryCreationService creations;
  private final BeneficiaryImportService imports;
  private final BeneficiaryService beneficiaries;

  BeneficiaryMutations(
      BeneficiaryCreationService creations,
      BeneficiaryImportService imports,
      BeneficiaryService beneficiaries) {
    this.creations = creations;
    this.imports = imports;
    this.beneficiaries = beneficiaries;
  }

  @Override
  public void bind(Bindings bindings) {
    MutationBinding mutation = bindings.mutation();
    mutation
        .write("createBeneficiary", "creationInput", BeneficiaryCreation::from, creations::create)
        .guardedBy(MAY_CREATE);
    mutation
        .write("createBeneficiaries", "creationInput", BeneficiaryImport::from, imports::create)
        .guardedBy(MAY_CREATE);
    mutation
        .write("updateBeneficiary", "updateInput", BeneficiaryUpdate::from, beneficiaries::update)
        .guardedBy(MAY_EDIT);
    mutation
        .write("deactivateBeneficiary", arguments -> arguments.id("id"), beneficiaries::deactivate)
        .guardedBy(requires(BENEFICIARY_DELETE).anywhere());
  }
}
