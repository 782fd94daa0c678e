package com.wechaterp.hub.sandbox;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the sandbox plays of money. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hub.sandbox.enabled")
class FundsConfiguration {

  @Bean
  Ledger sandboxLedger() {
    return new Ledger();
  }

  @Bean
  LedgerDays sandboxLedgerDays(Ledger ledger) {
    return new LedgerDays(ledger);
  }

  @Bean
  Banks sandboxBanks() {
    return new Banks();
  }

  @Bean
  Withdrawals sandboxWithdrawals(Ledger ledger, Audits audits, Pushes pushes) {
    return new Withdrawals(ledger, audits, pushes);
  }

  @Bean
  BankAccounts sandboxBankAccounts(Banks banks) {
    return new BankAccounts(banks);
  }

  @Bean
  QrCodes sandboxQrCodes(Withdrawals withdrawals, BankAccounts accounts) {
    return new QrCodes(
        Map.of(FundsOperations.WITHDRAW, withdrawals, FundsOperations.ACCOUNT, accounts));
  }

  @Bean
  OperationFamily sandboxFunds(
      Ledger ledger, Withdrawals withdrawals, BankAccounts accounts, QrCodes codes) {
    return new FundsOperations(ledger, withdrawals, accounts, codes);
  }

  @Bean
  OperationFamily sandboxBankLookups(Banks banks) {
    return new BankOperations(banks);
  }

  @Bean
  OperationFamily sandboxPay() {
    return new PayOperations();
  }

  @Bean
  PayMoves sandboxPayMoves(Ledger ledger, Audits audits, Pushes pushes) {
    return new PayMoves(ledger, audits, pushes);
  }

  @Bean
  Gate sandboxSourceIp() {
    return new SourceIpGate();
  }
}
