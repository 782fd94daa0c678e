package com.wechaterp.hub.category;

import com.wechaterp.hub.category.KeptAnswers.Kept;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkList;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * Categories and brands by account, kept in the hub's database: the whole tree, for which WeChat
 * wants to be asked once a day only, and what is open to the account.
 */
public class Categories {

  private static final Logger LOG = LoggerFactory.getLogger(Categories.class);
  private static final String TREE = "shop/cat/get";
  private static final String OPENED = "shop/account/get_category_list";
  private static final String BRANDS = "shop/account/get_brand_list";
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_TREES = 8;
  private static final Duration LISTS_KEPT = Duration.ofMinutes(10);

  /** What stops every other call of the account as well. */
  private static final Set<ErrorCategory> STOPS =
      EnumSet.of(ErrorCategory.OUTAGE, ErrorCategory.CONFIG, ErrorCategory.TOKEN);

  private final KeptAnswers answers;
  private final WorkList work;
  private final Language language;
  private final String main;
  private final Map<String, CategoryTree> trees = new ConcurrentHashMap<>();

  /**
   * Creates them.
   *
   * @param main the account that is asked for before anyone needs it, so that a plan knows it
   */
  Categories(KeptAnswers answers, WorkList work, Language language, String main) {
    this.answers = answers;
    this.work = work;
    this.language = language;
    this.main = main;
  }

  /**
   * Returns WeChat's category tree, asking WeChat at most once a day.
   *
   * @throws ProblemException if it must be asked for and cannot be had
   */
  public CategoryTree tree(String account) {
    return tree(answers.within(DAY, account, TREE));
  }

  /** Returns the third-level categories open to the account that need a qualification or none. */
  public Set<String> opened(String account) {
    return opened(answers.within(LISTS_KEPT, account, OPENED));
  }

  /** Returns the brands granted to the account. */
  public Set<String> brands(String account) {
    return wordings(answers.within(LISTS_KEPT, account, BRANDS)).keySet();
  }

  /** Has {@link #opened} and {@link #brands} asked for again, as after an audit. */
  public void forget(String account) {
    answers.forget(account, OPENED);
    answers.forget(account, BRANDS);
  }

  /** Returns what the account may sell in and under, asking WeChat for what is old. */
  public Assortment assortment(String account) {
    return assortment(operation -> asked(account, operation));
  }

  /** Returns what the hub has of it, however old, without asking WeChat. */
  public Assortment assortmentAtHand(String account) {
    return assortment(operation -> answers.atHand(account, operation));
  }

  /**
   * Asks for what is old, for the main account and all that were ever asked for: everything once a
   * day, and what is open to an account sooner while products wait for it. Whoever waits is
   * released if anything changed.
   */
  public void refresh() {
    Set<String> accounts = new LinkedHashSet<>(answers.accounts());
    accounts.add(main);
    for (String account : accounts) {
      try {
        tree(account);
        boolean waits = work.waitingFor(Release.CONFIG_CHANGE, account) > 0;
        answers.within(waits ? LISTS_KEPT : DAY, account, OPENED);
        answers.within(waits ? LISTS_KEPT : DAY, account, BRANDS);
      } catch (HoldException e) {
        LOG.debug("Another node asks for account {} at this moment", account);
      } catch (ProblemException e) {
        // The other accounts go on.
        LOG.warn("{}", e.problem().sentence(language));
      }
    }
  }

  /** Without WeChat's list nothing is held: WeChat itself then decides about each product. */
  private Optional<Kept> asked(String account, String operation) {
    try {
      return answers.withinIfAny(operation.equals(TREE) ? DAY : LISTS_KEPT, account, operation);
    } catch (WeChatException e) {
      if (STOPS.contains(e.category())) {
        throw e;
      }
      LOG.warn("{}", e.problem().sentence(language));
      return Optional.empty();
    }
  }

  /** Each list is looked up and read at its first use: one run may plan many products with it. */
  private Assortment assortment(Function<String, Optional<Kept>> list) {
    SingletonSupplier<Optional<CategoryTree>> tree =
        SingletonSupplier.of(() -> list.apply(TREE).map(this::tree));
    SingletonSupplier<Optional<Set<String>>> opened =
        SingletonSupplier.of(() -> list.apply(OPENED).map(Categories::opened));
    SingletonSupplier<Optional<Map<String, String>>> brands =
        SingletonSupplier.of(() -> list.apply(BRANDS).map(Categories::wordings));
    return new Assortment() {
      @Override
      public Optional<CategoryTree> tree() {
        return tree.obtain();
      }

      @Override
      public Optional<Set<String>> opened() {
        return opened.obtain();
      }

      @Override
      public Optional<Map<String, String>> brands() {
        return brands.obtain();
      }
    };
  }

  private CategoryTree tree(Kept kept) {
    if (trees.size() > MOST_TREES) {
      trees.clear();
    }
    return trees.computeIfAbsent(kept.digest(), digest -> CategoryTree.of(kept.answer()));
  }

  private static Set<String> opened(Kept kept) {
    return kept.answer().objects("data").stream()
        .map(each -> each.text("third_cat_id"))
        .collect(Collectors.toSet());
  }

  private static Map<String, String> wordings(Kept kept) {
    Map<String, String> wordings = new LinkedHashMap<>();
    for (Answer brand : kept.answer().objects("data")) {
      wordings.put(brand.text("brand_id"), brand.text("brand_wording"));
    }
    return wordings;
  }
}
