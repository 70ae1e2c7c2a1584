package fi.lupa.consent;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.OpaqueOids;
import fi.lupa.platform.client.OpaqueOids.Kind;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.OpenApiContract;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.testkit.TestIssuer;
import fi.lupa.testkit.TestPersons;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The running service on real PostgreSQL and Kafka, called over HTTP. One instance for all test
 * classes: each test uses persons of its own.
 */
@SpringBootTest(
    classes = ConsentApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "logging.level.kafka=WARN",
      "logging.level.state.change.logger=WARN",
      "logging.level.com.networknt=ERROR"
    })
public abstract class ServiceUnderTest {
  protected static final String NORTH = "1.2.246.10.91000005.10.0";
  protected static final String SOUTH = "1.2.246.10.92000007.10.0";
  protected static final OpenApiContract CONTRACT = OpenApiContract.load("/openapi/consent.yaml");
  protected static final StubDisclosure DISCLOSURE = new StubDisclosure();

  private static final byte[] KEY = Base64.getDecoder().decode(ServiceProperties.CLIENT_REF_KEY);
  private static final ClientRefs REFS = new ClientRefs(KEY);
  private static final OpaqueOids OPAQUE = new OpaqueOids(KEY);
  private static final AtomicInteger PERSONS = new AtomicInteger();
  private static Backends.Database database;

  @Value("${local.server.port}")
  protected int port;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    database = ServiceProperties.register(registry, "lupa_consent");
    ServiceProperties.registerFence(registry, DISCLOSURE.url());
  }

  @AfterEach
  void disclosureIsThere() {
    DISCLOSURE.comeBack();
  }

  /** An identity code that no other test uses. */
  protected static String person() {
    return TestPersons.identityCode(PERSONS.getAndIncrement());
  }

  protected Api provider() {
    return provider(NORTH);
  }

  protected Api provider(String organisation) {
    return api(TestIssuer.shared().token(organisation, "declarations.manage"));
  }

  protected Api citizen(String identityCode) {
    return api(TestIssuer.shared().citizenToken(identityCode));
  }

  protected Api api(String token) {
    return new Api(port, CONTRACT, token);
  }

  /** How this person, a citizen, knows a document or a register. */
  protected static String reference(String person, Kind kind, String oid) {
    return OPAQUE.hide(REFS.of(new IdentityCode(person)), kind, new Oid(oid));
  }

  /** How this person, a citizen, knows the state unit of {@link Bodies#SOCIAL_TARGETS}. */
  protected static String stateUnit(String person) {
    return reference(person, Kind.ORGANISATION, "1.2.246.10.96000003.10.0");
  }

  /** The target of a citizen's prohibition of a document. */
  protected static String documentOf(String person, String oid) {
    return Bodies.document(reference(person, Kind.DOCUMENT, oid));
  }

  /** The target of a citizen's prohibition of a register. */
  protected static String controllerOf(String person, String oid) {
    return Bodies.controller(reference(person, Kind.ORGANISATION, oid));
  }

  /** A new person who has been informed. */
  protected String informedPerson() {
    String person = person();
    provider().create("/v1/informings", Bodies.informing(person)).inForce(201, 1);
    return person;
  }

  protected static Connection database() throws SQLException {
    return database.connect();
  }

  /** The rows of a query, columns as text. */
  protected static List<List<String>> rows(String sql) {
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
