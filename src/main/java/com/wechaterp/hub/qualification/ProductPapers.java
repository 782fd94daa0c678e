package com.wechaterp.hub.qualification;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.QualificationLink;
import com.wechaterp.hub.link.QualificationLinks;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.WeChatTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Finds the certificates that go along with products, declared in files or kept in the ERP. */
public class ProductPapers {

  private static final Logger LOG = LoggerFactory.getLogger(ProductPapers.class);
  private static final String PORT = "qualifications";
  private static final String PICTURES = "qualification_pics";

  private final QualificationFolder folder;
  private final QualificationLinks links;
  private final ObjectProvider<Erp> erp;
  private final String defaultAccount;
  private final Clock clock;

  ProductPapers(
      QualificationFolder folder,
      QualificationLinks links,
      ObjectProvider<Erp> erp,
      String defaultAccount,
      Clock clock) {
    this.folder = folder;
    this.links = links;
    this.erp = erp;
    this.defaultAccount = defaultAccount;
    this.clock = clock;
  }

  /** Returns what is declared for an account now; what has expired does not count. */
  public Papers of(String account) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), WeChatTime.CHINA);
    List<Qualification> good =
        declared(account)
            .filter(each -> each.kind() == QualificationKind.PRODUCT)
            .filter(each -> each.expires() == null || !each.expires().isBefore(today))
            .toList();
    // A run over the whole catalogue reads each picture once.
    Map<String, List<String>> pictures = new ConcurrentHashMap<>();
    return (outProductId, category) ->
        good.stream()
            .filter(each -> concerns(each, outProductId, category))
            .flatMap(each -> pictures.computeIfAbsent(each.id(), id -> pictures(each)).stream())
            .distinct()
            .toList();
  }

  private static List<String> pictures(Qualification paper) {
    return paper.pictures(PICTURES).stream().map(PictureContents::versioned).toList();
  }

  private static boolean concerns(Qualification paper, String outProductId, String category) {
    return paper.products().isEmpty()
        ? paper.detail("third_cat_id").equals(category)
        : paper.products().contains(outProductId);
  }

  private Stream<Qualification> declared(String account) {
    List<Qualification> files = folder.declared();
    Set<String> ids = files.stream().map(Qualification::id).collect(Collectors.toSet());
    return Stream.concat(
        files.stream().filter(each -> account.equals(account(each))),
        ofErp(account).filter(each -> !ids.contains(each.id())));
  }

  private String account(Qualification declared) {
    return declared.account().isEmpty() ? defaultAccount : declared.account();
  }

  /** The links tell which of the ERP's qualifications are for products. */
  private Stream<Qualification> ofErp(String account) {
    Erp merchant = erp.getIfAvailable();
    if (merchant == null || !merchant.has(PORT)) {
      return Stream.empty();
    }
    List<String> ids =
        links.all().stream()
            .filter(link -> link.account().equals(account))
            .filter(link -> link.kind().equals(QualificationKind.PRODUCT.word()))
            .map(QualificationLink::qualificationId)
            .toList();
    List<Qualification> read = new ArrayList<>();
    if (!ids.isEmpty()) {
      merchant.read(
          PORT,
          ids,
          row -> read(row).ifPresent(read::add),
          bad -> leftOut(bad.key(), bad.problem().sentence(Language.EN)));
    }
    return read.stream();
  }

  private static Optional<Qualification> read(Map<String, Object> row) {
    try {
      return Optional.ofNullable(QualificationReader.read(row));
    } catch (HoldException e) {
      leftOut(String.valueOf(row.get("qualification_id")), e.getMessage());
      return Optional.empty();
    }
  }

  /** A row that is wrong is held by its own flow, which says why; products go on without it. */
  private static void leftOut(String id, @Nullable String why) {
    LOG.debug("Qualification {} is left out: {}", id, why);
  }
}
