package fi.lupa.disclosure;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the disclosure-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DisclosureApplication {
  public static void main(String[] args) {
    SpringApplication.run(DisclosureApplication.class, args);
  }
}
