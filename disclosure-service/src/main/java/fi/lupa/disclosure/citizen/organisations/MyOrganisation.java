package fi.lupa.disclosure.citizen.organisations;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation as a citizen knows it: its name, and the citizen's own reference to it. */
record MyOrganisation(String id, LocalizedText name, Sector sector, Ownership ownership) {
  /** A page of them. */
  record Page(
      List<MyOrganisation> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}
}
