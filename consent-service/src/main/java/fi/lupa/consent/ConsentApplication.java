package fi.lupa.consent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The consent-service. Acts of different features may share a simple class name. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class ConsentApplication {
  public static void main(String[] args) {
    SpringApplication.run(ConsentApplication.class, args);
  }
}
