package fi.lupa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class BackendsIT {

  @Test
  void databasesAreFreshAndBelongToOneOwner() throws Exception {
    Backends.Database one = Backends.database("apart");
    Backends.Database two = Backends.database("apart");
    assertThat(one.name()).isNotEqualTo(two.name());
    try (Connection connection = one.connect();
        ResultSet version = connection.createStatement().executeQuery("show server_version_num")) {
      connection.createStatement().execute("create table mine (id int)");
      version.next();
      assertThat(version.getInt(1)).isGreaterThanOrEqualTo(180000);
    }
    try (Connection connection = two.connect();
        ResultSet found =
            connection.createStatement().executeQuery("select to_regclass('mine') is null")) {
      found.next();
      assertThat(found.getBoolean(1)).isTrue();
    }
  }

  @Test
  void clientsOfTheProxyStayBehindIt() throws Exception {
    TcpProxy proxy = Backends.kafkaBehindProxy();
    assertThat(broker(proxy.address()).port()).isEqualTo(proxy.port());
    assertThat(broker(Backends.kafka()).port()).isNotEqualTo(proxy.port());
  }

  private static Node broker(String address) throws Exception {
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address))) {
      return admin.describeCluster().nodes().get(20, TimeUnit.SECONDS).iterator().next();
    }
  }

  @Test
  void theProxyCutsKafkaOff() throws Exception {
    TcpProxy proxy = Backends.kafkaBehindProxy();
    proxy.refuse();
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, proxy.address(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 500,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 1000))) {
      assertThatThrownBy(() -> admin.describeCluster().nodes().get())
          .isInstanceOf(ExecutionException.class);
    } finally {
      proxy.resume();
    }
    assertThat(broker(proxy.address())).isNotNull();
  }

  @Test
  void containersWithoutDockerFailInOneSentence() {
    assumeThat(DockerClientFactory.instance().isDockerAvailable()).isFalse();
    assertThatThrownBy(() -> Backends.choose("containers"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("lupa.backends=containers needs a running Docker, and there is none here.");
  }

  @Test
  void anotherBackendIsUnknown() {
    assertThatThrownBy(() -> Backends.choose("memory"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lupa.backends must be embedded or containers");
  }
}
