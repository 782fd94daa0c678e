package com.wechaterp.hub.api;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class ApiProblemsTest {

  private final MockMvc api =
      MockMvcBuilders.standaloneSetup(new Failing()).setControllerAdvice(new ApiProblems()).build();

  @Test
  void answersWithTheSentenceInTheLanguageOfTheCaller() throws Exception {
    api.perform(post("/fail").header("Accept-Language", "zh-CN"))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("api-unknown-flow"))
        .andExpect(jsonPath("$.message").value(containsString("没有名为“prodcts”的流程")));
  }

  @Test
  void answersInEnglishWhenTheCallerNamesNoLanguage() throws Exception {
    api.perform(post("/fail"))
        .andExpect(jsonPath("$.message").value(containsString("no flow 'prodcts'")));
  }

  @RestController
  static class Failing {

    @PostMapping("/fail")
    void fail() {
      throw new ProblemException(
          Problem.of("api-unknown-flow", "flow", "prodcts", "known", "-", "nearest", "products"));
    }
  }
}
