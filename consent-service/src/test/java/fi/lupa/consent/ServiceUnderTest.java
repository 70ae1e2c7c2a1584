package fi.lupa.consent;

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
