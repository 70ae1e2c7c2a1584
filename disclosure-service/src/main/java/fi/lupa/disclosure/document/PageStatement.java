package fi.lupa.disclosure.document;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.Scope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a page of a client's documents, newest first. A condition that isn't asked for
 * isn't in it: each would be looked at for each document.
 */
final class PageStatement {
  private final StringBuilder sql = new StringBuilder("select ");
  private final List<Object> values = new ArrayList<>();

  private PageStatement() {}

  /**
   * Of one reference the index gives a page in its order and never more than the page; so a client
   * who never had another identifier pays nothing for those who had. A common document that has the
   * same person twice, under two references, comes once.
   */
  static PageStatement of(
      Set<ClientRef> refs, Scope scope, DocumentFilter filter, @Nullable Place after, int limit) {
    PageStatement page = new PageStatement();
    boolean one = refs.size() == 1;
    String order =
        filter.allVersions() ? "sort_at, document_oid, version" : "sort_at, document_oid";
    page.sql.append(one ? "" : "distinct on (" + order + ") ").append(DocumentRows.COLUMNS);
    page.sql.append("from document");
    page.add(
        one ? "\nwhere client_ref = ?" : "\nwhere client_ref = any(?)",
        one
            ? refs.iterator().next().value()
            : refs.stream().map(ClientRef::value).toArray(UUID[]::new));
    page.within(scope);
    page.filtered(filter);
    page.after(filter.allVersions(), after);
    page.sql.append("\norder by ").append(order.replace(",", " desc,")).append(" desc");
    page.add("\nlimit ?", limit);
    return page;
  }

  String sql() {
    return sql.toString();
  }

  /** In the order of their numbers. */
  List<Object> values() {
    return values;
  }

  private void within(Scope scope) {
    when(scope.controller(), "controller = ?");
    when(scope.notController(), "controller <> ?");
    whenAny(tasks(scope.serviceTasks()), "service_tasks && ?");
    if (scope.source() != null) {
      sql.append("\n  and patient_data_group is ")
          .append(scope.source() == Sector.HEALTH ? "not null" : "null");
    }
  }

  private void filtered(DocumentFilter filter) {
    whenAny(tasks(filter.serviceTasks()), "service_tasks && ?");
    whenAny(filter.socialServices().toArray(String[]::new), "social_services && ?");
    whenAny(filter.documentTypes().toArray(String[]::new), "document_type = any(?)");
    when(filter.recordedFrom(), "recorded_at >= ?");
    when(filter.recordedTo(), "recorded_at < ?");
    whenAny(oids(filter.matters()), "matters && ?");
    whenAny(oids(filter.producers()), "producer = any(?)");
    whenAny(oids(filter.documents()), "document_oid = any(?)");
  }

  private void after(boolean allVersions, @Nullable Place place) {
    if (!allVersions) {
      sql.append("\n  and current");
    }
    if (place != null) {
      add(
          "\n  and (sort_at, document_oid" + (allVersions ? ", version" : "") + ") < (?",
          utc(place.sortAt()));
      add(", ?", place.documentOid().value());
      if (allVersions) {
        add(", ?", place.version());
      }
      sql.append(')');
    }
  }

  private void when(@Nullable Oid asked, String condition) {
    if (asked != null) {
      add("\n  and " + condition, asked.value());
    }
  }

  private void when(@Nullable Instant asked, String condition) {
    if (asked != null) {
      add("\n  and " + condition, utc(asked));
    }
  }

  private void whenAny(String[] asked, String condition) {
    if (asked.length > 0) {
      add("\n  and " + condition, asked);
    }
  }

  /** A piece with one question mark, which becomes the value's number. */
  private void add(String piece, Object value) {
    values.add(value);
    sql.append(piece.replace("?", "$" + values.size()));
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static String[] oids(Set<Oid> oids) {
    return oids.stream().map(Oid::value).toArray(String[]::new);
  }

  private static String[] tasks(Set<ServiceTask> tasks) {
    return tasks.stream().map(ServiceTask::name).sorted().toArray(String[]::new);
  }
}
