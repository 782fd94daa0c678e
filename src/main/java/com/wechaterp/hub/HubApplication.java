package com.wechaterp.hub;

import com.wechaterp.hub.cli.HubCommands;
import com.wechaterp.hub.problem.Language;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts the hub, or runs a command of the command line.
 *
 * <p>Beans go by their whole class name, as each business object has its {@code …Configuration}
 * here and in the sandbox.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties(HubProperties.class)
public class HubApplication {

  @Bean
  Language language(HubProperties hub) {
    return Language.of(hub.language());
  }

  public static void main(String[] args) {
    if (HubCommands.isCommand(args)) {
      System.exit(HubCommands.run(args));
    }
    SpringApplication.run(HubApplication.class, args);
  }
}
