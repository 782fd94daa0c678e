package com.wechaterp.hub.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.wechaterp.hub.erp.ErpException;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MoneyFlowTest {

  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

  private final HikariDataSource database = HubDatabase.h2();
  private final BankingWeChat wechat = new BankingWeChat();
  private final BooksErp erp = new BooksErp();
  private final MoneyRequests requests = new MoneyRequests(JdbcClient.create(database));
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));

  @AfterEach
  void close() {
    database.close();
  }

  private MoneyDesk desk(boolean secondPerson) {
    return new MoneyDesk(
        requests,
        mock(WorkList.class),
        mock(Timeline.class),
        transaction,
        new FundsSettings(3, 50_000, secondPerson),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private MoneyRequest ask(MoneyDesk desk, String id, long amount) {
    return desk.request(
        "main", id, MoneyRequest.WITHDRAWAL, amount, "rent", Map.of("bank_memo", ""), "anna");
  }

  private void advance(String id, Duration later) {
    Clock clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
    new MoneyFlow(
            requests,
            new WithdrawalSearch(wechat, requests),
            new WithdrawalLimit(requests, transaction, new FundsSettings(3, 50_000, false), clock),
            wechat,
            erp,
            mock(Timeline.class),
            clock)
        .advance("main", id);
  }

  private void advance(Duration later) {
    advance("w1", later);
  }

  private void advance() {
    advance(Duration.ZERO);
  }

  private MoneyState state() {
    return requests.find("main", "w1").orElseThrow().state();
  }

  @Test
  void paysOutAfterTheScanAndTellsTheErp() {
    ask(desk(false), "w1", 10_000);
    assertThatThrownBy(this::advance).hasMessageContaining("scan");

    wechat.scanned = 1;
    assertThatThrownBy(this::advance).hasMessageContaining("W1");
    wechat.paid = "SUCCESS";
    advance();

    assertThat(state()).isEqualTo(MoneyState.DONE);
    assertThat(wechat.count("shop/funds/submitwithdraw")).isEqualTo(1);
    assertThat(erp.withdrawals.get("W1").get("status")).isEqualTo("DONE");
  }

  @Test
  void keepsTheReasonOfABankThatRefuses() {
    ask(desk(false), "w1", 10_000);
    wechat.scanned = 1;
    wechat.paid = "FAIL";

    advance();

    assertThat(state()).isEqualTo(MoneyState.FAILED);
    assertThat(requests.find("main", "w1").orElseThrow().reason()).isEqualTo("账户异常");
  }

  @Test
  void takesOverAWithdrawalWhoseAnswerWasLost() {
    ask(desk(false), "w1", 10_000);
    wechat.losesTheAnswer = true;
    assertThatThrownBy(this::advance).isInstanceOf(WeChatException.class);
    assertThatThrownBy(this::advance).isInstanceOf(HoldException.class);

    wechat.paid = "SUCCESS";
    advance(Duration.ofMinutes(2));

    assertThat(state()).isEqualTo(MoneyState.DONE);
    assertThat(wechat.withdrawals).hasSize(1);
  }

  @Test
  void sendsAWithdrawalAgainThatNeverArrived() {
    ask(desk(false), "w1", 10_000);
    wechat.losesTheCall = true;
    assertThatThrownBy(this::advance).isInstanceOf(WeChatException.class);

    assertThatThrownBy(() -> advance(Duration.ofMinutes(2))).hasMessageContaining("scan");

    assertThat(wechat.withdrawals).hasSize(1);
  }

  @Test
  void sendsNothingAboveTheBalance() {
    ask(desk(false), "w1", 10_000);
    wechat.balance = 9_999;

    assertThatThrownBy(this::advance).hasMessageContaining("10000").hasMessageContaining("9999");

    assertThat(wechat.withdrawals).isEmpty();
  }

  @Test
  void waitsForASecondPersonWhoIsNotTheFirst() {
    MoneyDesk desk = desk(true);
    ask(desk, "w1", 10_000);
    assertThatThrownBy(this::advance).hasMessageContaining("second person");

    assertThatThrownBy(() -> desk.approve("main", "w1", "anna"))
        .isInstanceOf(ProblemException.class);
    desk.approve("main", "w1", "bert");

    assertThatThrownBy(this::advance).hasMessageContaining("scan");
  }

  @Test
  void asksOnceHoweverOftenTheSameRequestComes() {
    MoneyDesk desk = desk(false);
    ask(desk, "w1", 10_000);

    assertThat(ask(desk, "w1", 10_000).version()).isEqualTo(1);
    assertThatThrownBy(() -> ask(desk, "w1", 20_000)).hasMessageContaining("w1");
  }

  @Test
  void keepsToTheLimitOfADay() {
    MoneyDesk desk = desk(false);
    assertThatThrownBy(() -> ask(desk, "w0", 50_001)).hasMessageContaining("50001");
    assertThatThrownBy(() -> ask(desk, "w0", 0)).isInstanceOf(ProblemException.class);
    ask(desk, "w1", 30_000);
    ask(desk, "w2", 20_001);
    assertThatThrownBy(this::advance).hasMessageContaining("scan");

    assertThatThrownBy(() -> advance("w2", Duration.ZERO))
        .hasMessageContaining("w2")
        .hasMessageContaining("30000");
    assertThat(wechat.withdrawals).hasSize(1);
    assertThatThrownBy(() -> advance("w2", Duration.ofDays(1))).hasMessageContaining("scan");
  }

  @Test
  void takesBackWhatWaitsForTheNextDayButNotWhatWasSent() {
    MoneyDesk desk = desk(false);
    ask(desk, "w1", 30_000);
    assertThatThrownBy(this::advance).hasMessageContaining("scan");
    ask(desk, "w2", 30_000);

    assertThat(desk.reject("main", "w2", "bert").state()).isEqualTo(MoneyState.CANCELLED);
    assertThatThrownBy(() -> desk.reject("main", "w1", "bert"))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void looksForAWithdrawalBeforeItRepeatsItThoughWeChatOnlySaidBusy() {
    ask(desk(false), "w1", 10_000);
    wechat.saysBusy = true;
    assertThatThrownBy(this::advance).isInstanceOf(WeChatException.class);
    assertThatThrownBy(this::advance).isInstanceOf(HoldException.class);

    wechat.paid = "SUCCESS";
    advance(Duration.ofMinutes(2));

    assertThat(state()).isEqualTo(MoneyState.DONE);
    assertThat(wechat.withdrawals).hasSize(1);
  }

  @Test
  void endsWhatTheAdministratorDidNotScan() {
    ask(desk(false), "w1", 10_000);
    wechat.scanned = 3;

    advance();

    assertThat(state()).isEqualTo(MoneyState.CANCELLED);
  }

  @Test
  void tellsTheErpOfMoneyTheBankSentBackAfterItWasPaidOut() {
    ask(desk(false), "w1", 10_000);
    wechat.scanned = 1;
    wechat.paid = "SUCCESS";
    advance();

    wechat.paid = "REFUND";
    advance();

    assertThat(state()).isEqualTo(MoneyState.FAILED);
    assertThat(erp.withdrawals.get("W1").get("status")).isEqualTo("FAILED");
  }

  @Test
  void keepsTheCodeToScanThoughTheErpRefusesTheRow() {
    ask(desk(false), "w1", 10_000);
    erp.refuses.add("W1");
    assertThatThrownBy(this::advance).isInstanceOf(ErpException.class);

    erp.refuses.clear();
    assertThatThrownBy(this::advance).hasMessageContaining("scan");

    assertThat(requests.find("main", "w1").orElseThrow().qrcodeTicket()).isEqualTo("ticket");
    assertThat(wechat.withdrawals).hasSize(1);
  }

  @Test
  void changesTheBankAccountOnlyWhenTheAdministratorHasScannedAndWeChatShowsIt() {
    askForBankAccount();
    assertThatThrownBy(this::advance).hasMessageContaining("scan");

    wechat.scanned = 1;
    assertThatThrownBy(this::advance).hasMessageContaining("shows another");
    assertThat(state()).isEqualTo(MoneyState.CONFIRMED);

    wechat.bankAccount = Map.of("account_bank", "招商银行", "account_number", "************0001");
    advance();
    assertThat(state()).isEqualTo(MoneyState.DONE);
    assertThat(wechat.count("shop/funds/setbankaccount")).isEqualTo(1);
    assertThat(wechat.count("shop/funds/qrcode/gen")).isEqualTo(1);
  }

  @Test
  void sendsABankAccountAgainWhoseAnswerWasLostOnlyIfWeChatShowsAnother() {
    askForBankAccount();
    wechat.losesTheAnswer = true;
    assertThatThrownBy(this::advance).isInstanceOf(WeChatException.class);
    assertThatThrownBy(this::advance).hasMessageContaining("answer was lost");
    assertThat(wechat.count("shop/funds/setbankaccount")).isEqualTo(1);

    assertThatThrownBy(() -> advance(Duration.ofMinutes(2))).hasMessageContaining("scan");
    assertThat(wechat.count("shop/funds/setbankaccount")).isEqualTo(2);
  }

  @Test
  void takesABankAccountAsChangedWhoseAnswerWasLostIfWeChatShowsIt() {
    askForBankAccount();
    wechat.losesTheAnswer = true;
    assertThatThrownBy(this::advance).isInstanceOf(WeChatException.class);

    wechat.bankAccount = Map.of("account_bank", "招商银行", "account_number", "************0001");
    advance(Duration.ofMinutes(2));

    assertThat(state()).isEqualTo(MoneyState.DONE);
    assertThat(wechat.count("shop/funds/setbankaccount")).isEqualTo(1);
  }

  private void askForBankAccount() {
    Map<String, String> wanted =
        Map.of(
            "bank_account_type", "ACCOUNT_TYPE_PRIVATE",
            "account_bank", "招商银行",
            "bank_address_code", "440300",
            "account_number", "6214860100010001");
    desk(false).request("main", "w1", MoneyRequest.BANK_ACCOUNT, 0, "", wanted, "anna");
  }
}
