package com.wechaterp.hub.cli;

import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.ErpProperties;
import com.wechaterp.hub.erp.IndexCheck;
import com.wechaterp.hub.erp.PackCheck;
import com.wechaterp.hub.erp.PackFolder;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.shippinginfo.TradeManagement;
import com.wechaterp.hub.wechat.CredentialCheck;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks everything around the hub: databases, credentials, clock, callbacks, versions. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Checks databases, credentials, clock, callbacks and versions; needs no running hub.",
      "检查数据库、凭证、时钟、回调与版本；不需要运行中的中台。"
    })
final class DoctorCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();

  private final OfflineHub offline;

  DoctorCommand(OfflineHub offline) {
    this.offline = offline;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    findings.add(VersionCheck.finding());
    try (ConfigurableApplicationContext hub = offline.start()) {
      WeChatAccounts accounts = hub.getBean(WeChatAccounts.class);
      findings.add(new DatabaseCheck(hub.getEnvironment()).finding());
      findings.addAll(erp(hub, accounts));
      findings.addAll(accounts(hub, accounts));
    } catch (RuntimeException e) {
      findings.add(SettingCheck.startFailure(e));
    }
    return output.report(findings);
  }

  private static List<Finding> erp(ConfigurableApplicationContext hub, WeChatAccounts accounts) {
    ErpProperties erp = hub.getBean(ErpProperties.class);
    if (erp.url().isBlank()) {
      return List.of(
          accounts.names().isEmpty()
              ? Finding.good("erp", "the rehearsal brings its own", "演练自带演示 ERP")
              : Finding.bad("erp", Problem.of("cli-erp-missing")));
    }
    List<Finding> findings = new ArrayList<>();
    hub.getBean(PackCheck.class)
        .problems()
        .forEach(problem -> findings.add(Finding.bad("erp", problem)));
    if (findings.isEmpty()) {
      hub.getBean(ErpDatabase.class)
          .problems()
          .forEach(problem -> findings.add(Finding.bad("erp", problem)));
      findings.add(
          Finding.good(
              "erp",
              "the SQL of pack " + erp.pack() + " fits its tables",
              "SQL 包 " + erp.pack() + " 与表结构一致"));
      findings.addAll(indexes(hub.getBean(IndexCheck.class)));
      Pack pack = hub.getBean(PackFolder.class).pack();
      findings.add(
          ErpClockCheck.finding(hub.getBean(ErpDatabase.class), pack.zone(), Clock.systemUTC()));
      findings.addAll(PackFindings.early(pack));
      findings.addAll(PackFindings.leftOut(pack));
    }
    return findings;
  }

  private static List<Finding> indexes(IndexCheck check) {
    List<Problem> problems = check.problems();
    return problems.isEmpty()
        ? List.of(
            Finding.good(
                "erp indexes",
                "no statement of the pack reads or locks a whole large table",
                "SQL 包中没有语句会读取或锁定整张大表"))
        : problems.stream().map(problem -> Finding.bad("erp indexes", problem)).toList();
  }

  private static List<Finding> accounts(
      ConfigurableApplicationContext hub, WeChatAccounts accounts) {
    if (accounts.names().isEmpty()) {
      return List.of(
          Finding.good("accounts", "none configured: the hub rehearses", "没有配置微信账号：中台会演练"));
    }
    List<Finding> findings = new ArrayList<>();
    List<Problem> problems = hub.getBean(CredentialCheck.class).problems();
    problems.forEach(problem -> findings.add(Finding.bad("accounts", problem)));
    if (problems.isEmpty()) {
      String names = String.join(", ", accounts.names());
      findings.add(Finding.good("accounts", "WeChat knows " + names, "微信认可账号 " + names));
    }
    CallbackCheck callbacks =
        new CallbackCheck(hub.getEnvironment().getProperty("hub.callback.public-url", ""));
    for (String name : accounts.names().stream().sorted().toList()) {
      WeChatAccount account = accounts.require(name);
      findings.add(ClockCheck.finding(account.baseUrl()));
      findings.add(callbacks.finding(name, account));
      findings.addAll(shippingInfo(hub.getBean(TradeManagement.class), name));
    }
    return findings;
  }

  private static List<Finding> shippingInfo(TradeManagement management, String name) {
    String check = "shipping-info " + name;
    if (!management.uses(name)) {
      return List.of();
    }
    List<Problem> problems = management.problems(name);
    return problems.isEmpty()
        ? List.of(Finding.good(check, "the service is enabled and confirmed", "服务已开通并完成确认"))
        : problems.stream().map(problem -> Finding.bad(check, problem)).toList();
  }
}
