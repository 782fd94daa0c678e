package com.wechaterp.hub.api;

import com.wechaterp.hub.link.QualificationLink;
import com.wechaterp.hub.link.QualificationLinks;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.qualification.QualificationFolder;
import com.wechaterp.hub.qualification.QualificationWatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Says where every qualification stands, which files are wrong, and what expires soon. */
@RestController
class QualificationController {

  private final QualificationLinks links;
  private final QualificationFolder folder;
  private final QualificationWatch watch;

  QualificationController(
      QualificationLinks links, QualificationFolder folder, QualificationWatch watch) {
    this.links = links;
    this.folder = folder;
    this.watch = watch;
  }

  @GetMapping("/api/v1/qualifications")
  Map<String, Object> qualifications(
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String acceptLanguage) {
    Language language = Language.of(acceptLanguage);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("qualifications", links.all().stream().map(link -> fields(link, language)).toList());
    answer.put("files", sentences(folder.problems(), language));
    answer.put("expiring", sentences(watch.warnings(), language));
    return answer;
  }

  private static List<String> sentences(List<Problem> problems, Language language) {
    return problems.stream().map(problem -> problem.sentence(language)).toList();
  }

  private static Map<String, @Nullable Object> fields(QualificationLink link, Language language) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("account", link.account());
    fields.put("qualification_id", link.qualificationId());
    fields.put("kind", link.kind());
    fields.put("subject", link.subject());
    fields.put("audit_id", link.auditId());
    fields.put("status", link.statusCode());
    fields.put(
        "status_name", language == Language.ZH ? link.status().chinese() : link.status().english());
    fields.put("brand_id", link.brandId());
    fields.put("reject_reason", link.reason());
    fields.put("submitted_at", link.submittedAt());
    fields.put("expires", link.expiresOn());
    return fields;
  }
}
