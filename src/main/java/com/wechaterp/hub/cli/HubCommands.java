package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.ProblemException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line: exit code 0 is good, 1 means findings, 2 a command that is not understood. */
@Command(
    name = "wechat-erp-hub",
    mixinStandardHelpOptions = true,
    versionProvider = HubCommands.Version.class,
    description = {
      "Without a command the hub runs; settings are given as --hub.<key>=<value>.",
      "不带命令即运行中台；配置以 --hub.<key>=<value> 给出。"
    })
public final class HubCommands {

  private static final Set<String> QUESTIONS = Set.of("--help", "-h", "--version", "-V");
  private static final List<String> SETTINGS = List.of("--hub.", "--spring.", "--server.");

  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("doctor", DoctorCommand.class);
    COMMANDS.put("validate", ValidateCommand.class);
    COMMANDS.put("plan", PlanCommand.class);
    COMMANDS.put("sync", SyncCommand.class);
    COMMANDS.put("replay", ReplayCommand.class);
    COMMANDS.put("reconcile", ReconcileCommand.class);
    COMMANDS.put("explain", ExplainCommand.class);
    COMMANDS.put("onboard", OnboardCommand.class);
  }

  private HubCommands() {}

  /** Returns whether the arguments are a command, rather than settings of a hub to run. */
  public static boolean isCommand(String... args) {
    // Settings may come first; an argument that a script leaves empty says nothing.
    return Arrays.stream(args)
        .anyMatch(arg -> !arg.isEmpty() && !arg.startsWith("-") || QUESTIONS.contains(arg));
  }

  /** Runs a command and returns its exit code. */
  public static int run(String... args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return run(out, err, args);
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    OfflineHub offline =
        new OfflineHub(Arrays.stream(args).filter(HubCommands::isSetting).toList());
    String[] words = Arrays.stream(args).filter(arg -> !isSetting(arg)).toArray(String[]::new);
    CommandLine commands = new CommandLine(new HubCommands(), new CommandFactory(offline));
    asked(words).forEach(commands::addSubcommand);
    commands.setOut(out);
    commands.setErr(err);
    commands.setExecutionExceptionHandler(
        (thrown, command, parsed) -> {
          if (thrown instanceof ProblemException failure) {
            return Output.of(command).fail(failure.problem());
          }
          throw thrown;
        });
    return commands.execute(words);
  }

  /** Taking in the options of every command would take longer than a short one takes to answer. */
  private static Map<String, Class<?>> asked(String... words) {
    String first = words.length == 0 ? "" : words[0];
    Class<?> one = COMMANDS.get(first);
    return one == null ? COMMANDS : Map.of(first, one);
  }

  private static boolean isSetting(String arg) {
    return SETTINGS.stream().anyMatch(arg::startsWith);
  }

  /** Reads the version out of the jar. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = HubCommands.class.getPackage().getImplementationVersion();
      return new String[] {"wechat-erp-hub " + (version == null ? "development" : version)};
    }
  }
}
