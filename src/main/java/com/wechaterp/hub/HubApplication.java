package com.wechaterp.hub;

import com.wechaterp.hub.cli.HubCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts the hub, or runs a command of the command line.
 *
 * <p>Beans go by their whole class name, as each business object has its {@code …Configuration}
 * here and in the sandbox.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class HubApplication {

  public static void main(String[] args) {
    if (HubCommands.isCommand(args)) {
      System.exit(HubCommands.run(args));
    }
    SpringApplication.run(HubApplication.class, args);
  }
}
