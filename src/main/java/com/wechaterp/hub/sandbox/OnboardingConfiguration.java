package com.wechaterp.hub.sandbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together how an account of the sandbox joins. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hub.sandbox.enabled")
class OnboardingConfiguration {

  @Bean
  Onboarding sandboxOnboarding(SandboxProperties properties) {
    return new Onboarding(properties);
  }

  @Bean
  Gate sandboxOnboardingGate(Onboarding onboarding) {
    return new OnboardingGate(onboarding);
  }

  @Bean
  Administrator sandboxAdministrator(SandboxProperties properties) {
    return new Administrator(properties);
  }

  @Bean
  Joining sandboxJoining(Pushes pushes) {
    return new Joining(pushes);
  }

  @Bean
  Applyments sandboxApplyments(Audits audits, Administrator administrator) {
    return new Applyments(audits, administrator);
  }

  @Bean
  OperationFamily sandboxRegister(Audits audits, Administrator administrator) {
    return new RegisterOperations(audits, administrator);
  }

  @Bean
  OperationFamily sandboxServiceAgents() {
    return new ServiceAgents();
  }

  @Bean
  OperationFamily sandboxCertificates() {
    return new Certificates();
  }

  @Bean
  OperationFamily sandboxWxPay(Applyments applyments) {
    return new WxPayOperations(applyments);
  }
}
