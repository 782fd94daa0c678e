package com.wechaterp.hub.bench;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The least a callback address could do: take a body and insert it durably. */
@EnableAutoConfiguration
@Import(BareEndpoint.Endpoint.class)
public class BareEndpoint {

  /** Starts it; the options say which database and port. */
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(BareEndpoint.class);
    application.setAdditionalProfiles("bare-endpoint");
    application.run(args);
  }

  /** Belongs to this application alone; the hub must not find it. */
  @RestController
  @Profile("bare-endpoint")
  static class Endpoint {

    private final JdbcTemplate jdbc;

    Endpoint(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
      jdbc.execute(
          "CREATE TABLE bare_event (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,"
              + " event_key VARCHAR(255) NOT NULL, body LONGTEXT NOT NULL,"
              + " received_at DATETIME(6) NOT NULL)");
    }

    @PostMapping("/callbacks/main")
    String receive(@RequestBody String body) {
      jdbc.update(
          "INSERT INTO bare_event (event_key, body, received_at) VALUES (?, ?, ?)",
          UUID.randomUUID().toString(),
          body,
          LocalDateTime.now(ZoneOffset.UTC));
      return "success";
    }
  }
}
