package fi.lupa.authorization.onboarding;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newKey;

import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.testkit.TestIssuer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/** One organisation's joining, over HTTP: every step with everything that belongs to it. */
public final class Joining {
  private static final Set<String> OPERATORS =
      Set.of("APPLICATION_APPROVED", "CERTIFICATE_RECORDED", "IN_PRODUCTION");

  private final Calls calls;
  private final String organisation;
  private final List<String> functions;
  private String id = "";
  private String day = "2026-11-23";
  private String validUntil = "2029-11-22";
  private Answer last;

  public Joining(Calls calls, String organisation, String... functions) {
    this.calls = calls;
    this.organisation = organisation;
    this.functions = List.of(functions);
  }

  public static String token(String organisation) {
    return TestIssuer.shared().token(organisation, "onboarding.manage");
  }

  public static String operatorsToken() {
    return TestIssuer.shared().token(Calls.OPERATOR, "onboarding.manage", "organisations.manage");
  }

  /** A body of a start. */
  public ObjectNode start(String situation) {
    return body(
        "situation", situation, "functions", functions, "evidence", Map.of("reference", "R 1"));
  }

  public Answer started(String situation) {
    last = start(start(situation), token(organisation), newKey());
    id = last.text("id");
    return last;
  }

  public Answer start(Object body, String token, String key) {
    return calls.send(
        HttpMethod.POST,
        "/v1/organisations/" + organisation + "/onboardings",
        token,
        body,
        "Idempotency-Key",
        key);
  }

  public String id() {
    return id;
  }

  public String url() {
    return "/v1/onboardings/" + id;
  }

  public Answer read() {
    return calls.send(HttpMethod.GET, url(), token(organisation), null);
  }

  public Joining testOn(LocalDate next) {
    day = next.toString();
    return this;
  }

  public Joining certifiedUntil(String next) {
    validUntil = next;
    return this;
  }

  /** A step by whose it is. */
  public Answer step(String step) {
    return step(order(step));
  }

  public Answer step(ObjectNode order) {
    boolean operators = OPERATORS.contains(order.path("step").asString());
    return step(order, operators ? operatorsToken() : token(organisation));
  }

  public Answer step(ObjectNode order, String token) {
    return step(order, token, read().etag());
  }

  public Answer step(ObjectNode order, String token, String etag) {
    last = calls.send(HttpMethod.POST, url() + "/steps", token, order, "If-Match", etag);
    return last;
  }

  /** Takes what comes next until the given step would. */
  public Joining upTo(String step) {
    Answer now = read();
    while (now.body().has("next") && !now.text("next").equals(step)) {
      now = next(now);
    }
    return this;
  }

  /** Takes everything that is left. */
  public Answer through() {
    upTo("IN_PRODUCTION");
    return step("IN_PRODUCTION");
  }

  private Answer next(Answer now) {
    ObjectNode order = order(now.text("next"));
    if (order.path("step").asString().equals("PREPARATION")) {
      now.body()
          .path("checklist")
          .valueStream()
          .filter(task -> !task.path("done").asBoolean())
          .findFirst()
          .ifPresent(task -> order.put("task", task.path("task").asString()));
    }
    Answer answer = step(order);
    if (answer.status() != 200) {
      throw new AssertionError(order + " refused: " + answer.body());
    }
    return answer;
  }

  public ObjectNode order(String step) {
    ObjectNode order = body("step", step, "evidence", Map.of("reference", "R 2", "text", "Tehty."));
    switch (step) {
      case "PREPARATION" -> order.put("task", "OID_CODES");
      case "APPLICATION_SENT" -> order.set("application", application());
      case "CERTIFICATE_RECORDED" -> order.set("certificate", certificate());
      case "TEST_PLANNED" -> order.put("plannedOn", day);
      case "TEST_RUN" -> order.put("ranOn", day);
      case "TEST_CHECKED" -> order.set("findings", findings(true));
      default -> {}
    }
    return order;
  }

  public static ObjectNode findings(boolean contentsEqual) {
    return body(
        "allDocumentsArchived", true, "inRightRegister", true, "contentsEqual", contentsEqual);
  }

  public ObjectNode certificate() {
    return body(
        "number",
        "T-77/2026",
        "vendor",
        "Ohjelmistotalo Oy",
        "system",
        "Asiakas 5",
        "systemClass",
        "A",
        "profile",
        "OBLIGATION_TO_JOIN",
        "functions",
        functions,
        "validUntil",
        validUntil);
  }

  private ObjectNode application() {
    return body(
        "administrative",
        Map.of("contact", "kirjaamo@esimerkki.fi", "archiveUnit", Calls.unit(organisation, 1)),
        "technical",
        Map.of(
            "contact",
            "tekniikka@esimerkki.fi",
            "system",
            "Asiakas 5",
            "connection",
            "INTERMEDIARY",
            "intermediary",
            "1.2.246.10.7"));
  }
}
