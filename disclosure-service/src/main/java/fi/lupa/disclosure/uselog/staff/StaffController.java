package fi.lupa.disclosure.uselog.staff;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.matter.AddressRefs;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import fi.lupa.disclosure.record.Officers;
import fi.lupa.disclosure.record.SupervisionStore;
import fi.lupa.disclosure.record.SupervisionStore.Act;
import fi.lupa.disclosure.record.SupervisionStore.Look;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.RequestSchema;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /v1/log/staff}: what the signals may know of an organisation's professionals. */
@RestController
class StaffController {
  private final StaffStore staff;
  private final FactStore facts;
  private final Officers officers;
  private final SupervisionStore looks;
  private final AddressRefs addresses;
  private final ClientRefs clients;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  StaffController(
      StaffStore staff,
      FactStore facts,
      Officers officers,
      SupervisionStore looks,
      AddressRefs addresses,
      ClientRefs clients,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.staff = staff;
    this.facts = facts;
    this.officers = officers;
    this.looks = looks;
    this.addresses = addresses;
    this.clients = clients;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** How many professionals are known now. */
  record Known(long known) {}

  @PostMapping("/v1/log/staff")
  Mono<Known> tell(
      @RequiresScope("log.supervise") Caller caller, @RequestSchema("Staff") Staff told) {
    Oid organisation = caller.organisation();
    // the last word on each, in an order that two at once have in common
    Map<String, Staff.Told> last = new TreeMap<>();
    told.items().forEach(one -> last.put(one.professional(), one));
    List<Staff.Kept> kept =
        last.values().stream().filter(one -> !left(one)).map(this::kept).toList();
    List<String> gone =
        last.values().stream().filter(StaffController::left).map(Staff.Told::professional).toList();
    return transactions.run(
        facts
            .organisations(List.of(organisation))
            .map(known -> officers.of(told.requester(), organisation, known))
            .flatMap(officer ->
                staff
                    .forget(organisation, gone)
                    .then(staff.keep(organisation, kept))
                    .then(looks.insert(look(officer, kept.size(), gone.size()))))
            .then(staff.known(organisation))
            .map(Known::new));
  }

  private static boolean left(Staff.Told one) {
    return Boolean.TRUE.equals(one.left());
  }

  private Staff.Kept kept(Staff.Told one) {
    return new Staff.Kept(
        one.professional(),
        one.identityCode() == null ? null : clients.of(new IdentityCode(one.identityCode())),
        one.address() == null ? null : addresses.of(one.address()));
  }

  private Look look(RequestedBy officer, int kept, int forgotten) {
    return new Look(
        ids.next(),
        Act.STAFF,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        officer,
        null,
        null,
        Map.of("kept", kept, "forgotten", forgotten));
  }
}
