package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.problem.ProblemText;
import com.wechaterp.hub.problem.Problems;
import com.wechaterp.hub.wechat.contract.ErrorMeaning;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a code means: one of WeChat's, or one of the hub's own. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {"Says what an error code means.", "说明错误码的含义。"})
final class ExplainCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();

  @Parameters(
      paramLabel = "CODE",
      description = "A code of WeChat such as 40001, or of the hub such as route-syntax.")
  private String code = "";

  @Override
  public Integer call() {
    return code.matches("-?\\d{1,9}") ? weChat(Integer.parseInt(code)) : hub();
  }

  private int weChat(int errcode) {
    ErrorMeaning meaning = WeChatContract.load().error(errcode);
    boolean zh = output.language() == Language.ZH;
    ProblemText advice =
        Problems.catalogue()
            .text("wechat-error-" + meaning.kind(), output.language())
            .orElse(new ProblemText("", "", ""));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("code", errcode);
    answer.put("zh", meaning.zh());
    answer.put("en", meaning.en());
    answer.put("category", meaning.category().name());
    answer.put("scope", meaning.scope());
    answer.put("why", errcode == 0 ? "" : advice.why());
    answer.put("do", errcode == 0 ? "" : advice.remedy());
    String text =
        errcode
            + ": "
            + (zh ? meaning.zh() + " (" + meaning.en() + ")" : meaning.en())
            + "\n"
            + answer.get("category")
            + ", "
            + meaning.scope();
    output.print(answer, errcode == 0 ? text : text + "\n" + advice.why() + "\n" + advice.remedy());
    return meaning.kind().equals("unknown") ? 1 : 0;
  }

  private int hub() {
    ProblemText text =
        Problems.catalogue()
            .text(code, output.language())
            .orElseThrow(() -> new ProblemException(unknown()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("code", code);
    answer.put("what", text.what());
    answer.put("why", text.why());
    answer.put("do", text.remedy());
    output.print(answer, text.what() + "\n" + text.why() + "\n" + text.remedy());
    return 0;
  }

  private Problem unknown() {
    return Problem.of(
        "cli-unknown-code",
        "code",
        code,
        "nearest",
        String.join(", ", Nearest.of(code, Problems.catalogue().codes())));
  }
}
