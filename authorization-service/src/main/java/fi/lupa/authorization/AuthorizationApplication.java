package fi.lupa.authorization;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the authorization-service. */
@SpringBootApplication
public class AuthorizationApplication {
  public static void main(String[] args) {
    SpringApplication.run(AuthorizationApplication.class, args);
  }
}
