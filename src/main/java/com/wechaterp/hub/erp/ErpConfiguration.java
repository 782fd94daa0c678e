package com.wechaterp.hub.erp;

import com.wechaterp.hub.clock.NodeClock;
import com.wechaterp.hub.document.ExtraPaths;
import com.wechaterp.hub.erp.change.ErpChanges;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.work.FarSides;
import com.wechaterp.hub.work.WorkList;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the ERP end together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErpProperties.class)
class ErpConfiguration {

  @Bean
  PackFolder packFolder(
      ErpProperties properties,
      @Value("${hub.home:.}") String home,
      Environment settings,
      ErpDatabase database,
      ObjectProvider<HeldByPack> held,
      ExtraPaths extraPaths,
      Language language) {
    PackFolder folder =
        new PackFolder(
            Path.of(home),
            properties.pack(),
            settings::resolvePlaceholders,
            read -> new PackCheck(() -> read, database, extraPaths).problems(),
            () -> held.getObject().tryAgain(),
            language);
    database.inZone(folder::zone);
    return folder;
  }

  @Bean
  PackAtStart packAtStart(PackFolder folder, Language language) {
    return new PackAtStart(folder, language);
  }

  @Bean
  HeldByPack heldByPack(WorkList workList, ResourceTransactionManager transactions) {
    return new HeldByPack(workList, transactions);
  }

  @Bean
  ErpDatabase erpDatabase(ErpProperties properties, FarSides farSides, Language language) {
    ErpDatabase database = new ErpDatabase(properties, language);
    database.onAnswer(farSides::erp);
    return database;
  }

  /** Whatever waits for the ERP when the hub stops is let go, before the routes are waited for. */
  @Bean
  ApplicationListener<ContextClosedEvent> erpAtStop(ErpDatabase database) {
    return event -> database.hurry();
  }

  /** Routes know the data source by the name {@code erp}. */
  @Bean
  Erp sqlErp(
      PackFolder folder,
      ErpDatabase database,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      WorkList workList,
      NodeClock clock,
      ExtraPaths extraPaths,
      Language language) {
    // A cursor that ran ahead would leave behind what is still to come.
    ErpChanges changes = new ErpChanges(database, jdbc, transaction, workList, clock.cautious());
    return new SqlErp(folder::pack, database, changes, workList, extraPaths, language);
  }

  @Bean
  PackCheck packCheck(PackFolder folder, ErpDatabase database, ExtraPaths extraPaths) {
    return new PackCheck(folder::pack, database, extraPaths);
  }

  @Bean
  IndexCheck indexCheck(PackFolder folder, ErpDatabase database) {
    return new IndexCheck(folder::pack, database);
  }

  /** Returns the pack in use, for what other parts of the hub read from it. */
  @Bean
  PackSettings packSettings(PackFolder folder) {
    return new PackSettings() {
      @Override
      public String get(String name) {
        return folder.pack().settings().getOrDefault(name, "");
      }

      @Override
      public Path folder() {
        return folder.folder();
      }
    };
  }
}
