package fi.lupa.issuer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the local issuer. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(IssuerSettings.class)
public class IssuerApplication {

  /** Starts with the settings of {@code application.yml} and the environment. */
  public static void main(String[] args) {
    SpringApplication.run(IssuerApplication.class, args);
  }
}
