package com.wechaterp.hub.cli;

import com.wechaterp.hub.courier.CourierAliases;
import com.wechaterp.hub.erp.PackFolder;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.qualification.QualificationFolder;
import com.wechaterp.hub.route.RouteFile;
import com.wechaterp.hub.route.RouteFileCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks route files, SQL pack and settings, without a running hub and without a database. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Checks settings, route files and the SQL pack; needs no running hub and no database.",
      "检查配置、路由文件和 SQL 包；不需要运行中的中台或数据库。"
    })
final class ValidateCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();

  private final OfflineHub offline;

  ValidateCommand(OfflineHub offline) {
    this.offline = offline;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    try (ConfigurableApplicationContext hub = start(findings)) {
      Path home = Path.of(hub.getEnvironment().getProperty("hub.home", "."));
      boolean settings = findings.isEmpty();
      if (settings) {
        findings.addAll(new SettingCheck(hub.getEnvironment(), home).findings());
      }
      look(findings, () -> routes(hub.getBean(RouteFileCheck.class), home));
      if (settings) {
        look(findings, () -> pack(hub.getBean(PackFolder.class)));
      } else {
        UnreadSettings.packs(home, hub.getEnvironment())
            .forEach(each -> look(findings, () -> pack(each)));
      }
      look(findings, () -> qualifications(hub.getBean(QualificationFolder.class)));
      look(findings, () -> couriers(hub.getBean(CourierAliases.class)));
    } catch (RuntimeException e) {
      findings.add(SettingCheck.startFailure(e));
    }
    return output.report(findings);
  }

  /** Settings that cannot be read hide no mistake of the other files. */
  private ConfigurableApplicationContext start(List<Finding> findings) {
    try {
      return offline.start();
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) {
      findings.add(SettingCheck.startFailure(e));
      findings.add(UnreadSettings.finding());
      return offline.startWithoutSettings();
    }
  }

  /** A part that cannot be looked at, for a setting that is told already, hides no other. */
  private static void look(List<Finding> findings, Supplier<List<Finding>> part) {
    try {
      findings.addAll(part.get());
    } catch (RuntimeException e) {
      Finding why = SettingCheck.startFailure(e);
      if (!findings.contains(why)) {
        findings.add(why);
      }
    }
  }

  private static List<Finding> routes(RouteFileCheck check, Path home) {
    List<RouteFile> files = check.files();
    if (files.isEmpty()) {
      return List.of(
          Finding.bad("routes", Problem.of("cli-no-routes", "folder", home.resolve("routes"))));
    }
    List<Finding> findings = new ArrayList<>();
    for (RouteFile file : files) {
      String name = "routes/" + file.file();
      if (file.problems().isEmpty()) {
        findings.add(Finding.good(name, "can run", "可以运行"));
      }
      file.problems().forEach(problem -> findings.add(Finding.bad(name, problem)));
    }
    return findings;
  }

  private static List<Finding> qualifications(QualificationFolder folder) {
    int declared = folder.declared().size();
    if (folder.problems().isEmpty()) {
      return declared == 0
          ? List.of()
          : List.of(
              Finding.good(
                  "config/qualifications", declared + " files are complete", declared + " 个文件齐全"));
    }
    return folder.problems().stream()
        .map(problem -> Finding.bad("config/qualifications", problem))
        .toList();
  }

  private static List<Finding> couriers(CourierAliases aliases) {
    String check = "config/wechat/couriers.yaml";
    int names = aliases.current().size();
    return aliases
        .problem()
        .map(problem -> List.of(Finding.bad(check, problem)))
        .orElseGet(
            () ->
                names == 0
                    ? List.of()
                    : List.of(
                        Finding.good(
                            check, names + " names can be read", "可读取 " + names + " 个名称")));
  }

  private static List<Finding> pack(PackFolder folder) {
    try {
      Pack pack = folder.pack();
      String ports = String.join(", ", pack.ports().keySet());
      List<Finding> findings = new ArrayList<>();
      findings.add(
          Finding.good("pack " + pack.name(), "well formed, ports " + ports, "格式正确，端口 " + ports));
      findings.addAll(PackFindings.early(pack));
      findings.addAll(PackFindings.leftOut(pack));
      return findings;
    } catch (ProblemException e) {
      return List.of(Finding.bad("pack", e.problem()));
    }
  }
}
