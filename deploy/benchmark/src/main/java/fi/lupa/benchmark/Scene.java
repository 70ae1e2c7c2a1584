package fi.lupa.benchmark;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** A county, a producer with a right for each client, and twenty documents of each client. */
final class Scene {
  static final String COUNTY = "1.2.246.10.91000005.10.0";
  static final String OTHER_COUNTY = "1.2.246.10.92000007.10.0";
  static final String PRODUCER = "1.2.246.10.93000009.10.0";
  static final int DOCUMENTS = 20;

  /** What an answer may have at most (limit in the interface). */
  static final int MOST_IN_AN_ANSWER = 200;

  private static final String TEXT = "2026-1";
  private static final String RECORDER =
      """
      "recorder":{"unit":"%s","professional":{"id":"60001","name":"Cia Dahl","role":"WIDE_RESPONSIBILITY"}}\
      """
          .formatted(unit(COUNTY));

  /** 202: on a busy machine it comes into force a moment later, long before it is measured. */
  static final Set<Integer> MADE = Set.of(201, 202);

  private static final Set<Integer> MADE_OR_THERE = Set.of(201, 202, 409);

  private final Api api;
  private final List<String> codes = new ArrayList<>();

  Scene(Api api) {
    this.api = api;
  }

  /** Sets the scene and answers the request bodies, one per client. */
  List<String> set(int clients) throws IOException, InterruptedException {
    organisations();
    String county = api.token("county-north");
    int first = ThreadLocalRandom.current().nextInt(1, 3_000_000);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      String code = TestPersons.identityCode(first + i);
      codes.add(code);
      for (int document = 0; document < DOCUMENTS; document++) {
        api.store(county, metadata(code, first + i, document), content(document));
      }
      api.post("/v1/usage-rights", county, right(code), MADE);
      queries.add(query(code));
      if ((i + 1) % 50 == 0) {
        System.out.printf("  %d of %d clients with %d documents%n", i + 1, clients, DOCUMENTS);
      }
    }
    return queries;
  }

  /** Identity codes of the clients, in the order of their queries. */
  List<String> codes() {
    return codes;
  }

  void organisations() throws IOException, InterruptedException {
    String operator = api.token("operator");
    api.post(
        "/v1/organisations",
        operator,
        organisation(COUNTY, "9100000-5", "Pohjoisrannan hyvinvointialue", "PUBLIC"),
        MADE_OR_THERE);
    api.post(
        "/v1/organisations",
        operator,
        organisation(OTHER_COUNTY, "9200000-7", "Eteläjärven hyvinvointialue", "PUBLIC"),
        MADE_OR_THERE);
    api.post(
        "/v1/organisations",
        operator,
        organisation(PRODUCER, "9300000-9", "Hoivakoto Oy", "PRIVATE"),
        MADE_OR_THERE);
  }

  private static String organisation(String oid, String businessId, String name, String ownership) {
    return """
    {"oid":"%1$s","businessId":"%2$s","name":{"fi":"%3$s"},"sector":"SOCIAL","ownership":"%4$s",
     "status":"JOINED","functions":["ARCHIVING","REGISTER_USAGE_RIGHT","SOCIAL_DISCLOSURE","DECLARATIONS"],
     "units":[{"oid":"%5$s","name":{"fi":"Yksikkö 1"}}]}
    """
        .formatted(oid, businessId, name, ownership, unit(oid));
  }

  static String metadata(String code, int client, int document) {
    return """
    {"documentOid":"%s","documentType":"1506.15003",
     "client":{"identityCode":"%s"},"serviceTasks":["OLDER_PEOPLE"],"title":{"fi":"Asiakassuunnitelma",
     "sv":"Klientplan","en":"Client plan"},"recordedAt":"%s","language":"fi",
     "author":{"name":"Aino Aho","title":"sosiaalityöntekijä","unit":"%s"},"basis":"OWN_REGISTER",
     "controller":"%s","unit":"%s"}
    """
        .formatted(
            documentOid(client, document),
            code,
            Instant.now().minus(document + 1L, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS),
            unit(COUNTY),
            COUNTY,
            unit(COUNTY));
  }

  static String content(int document) {
    return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Suunnitelma "
        + document
        + "</p></body></html>";
  }

  static String right(String code) {
    return """
    {"client":{"identityCode":"%s"},"serviceTask":"OLDER_PEOPLE","producer":"%s","producerUnit":"%s",
     "start":"%s","end":"%s"}
    """
        .formatted(code, PRODUCER, unit(PRODUCER), LocalDate.now(), LocalDate.now().plusYears(1));
  }

  static String query(String code) {
    return """
    {"client":{"identityCode":"%s"},"basis":"REGISTER_USAGE_RIGHT","controller":"%s",
     "serviceTasks":["OLDER_PEOPLE"],"purpose":"SERVICE_PROVISION","requester":{"unit":"%s",
     "professional":{"id":"70001","name":"Aino Aho","role":"PRIVATE_PROVISION"}}}
    """
        .formatted(code, COUNTY, unit(PRODUCER));
  }

  /** The same with as many documents in the answer as it may have. */
  static String largestQuery(String code) {
    return query(code).strip().replaceFirst("}$", ",\"limit\":%d}".formatted(MOST_IN_AN_ANSWER));
  }

  /** Another county asks by the client's permit. */
  static String disclosure(String code) {
    return """
    {"client":{"identityCode":"%s"},"basis":"DISCLOSURE","ground":"PERMIT","purpose":"NEED_ASSESSMENT",
     "relationship":{"type":"OTHER_TASK","explanation":"Kuormitusmittaus"},"requester":{"unit":"%s",
     "professional":{"id":"80001","name":"Bo Berg","role":"WIDE_RESPONSIBILITY"}}}
    """
        .formatted(code, unit(OTHER_COUNTY));
  }

  static String informing(String code) {
    return """
    {"client":{"identityCode":"%s"},"textVersion":"%s","language":"fi",%s}
    """
        .formatted(code, TEXT, RECORDER);
  }

  static String permit(String code) {
    return """
    {"client":{"identityCode":"%s"},"kind":"SOCIAL_CARE","decision":"GIVEN","textVersion":"%s",%s}
    """
        .formatted(code, TEXT, RECORDER);
  }

  static String prohibition(String code, String document) {
    return """
    {"client":{"identityCode":"%s"},"target":{"type":"DOCUMENT","document":"%s"},%s}
    """
        .formatted(code, document, RECORDER);
  }

  static String documentOid(int client, int document) {
    return "1.2.246.10.91000005.14.2026.%d.%d".formatted(client, document);
  }

  private static String unit(String organisation) {
    return organisation.substring(0, organisation.length() - 1) + "1";
  }
}
