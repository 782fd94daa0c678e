package com.wechaterp.hub.onboarding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hub.onboarding.*}.
 *
 * @param testOpenid the openid of a buyer of yours, for the test orders; default none
 * @param liveDate the day you want to go live; default none
 * @param serviceTypes kinds of customer service: 0 WeChat's own (needed), 1 a page, 2 a telephone
 * @param servicePath the page of kind 1; default none
 * @param servicePhone the telephone of kind 2; default none
 * @param sampleForm folder of a form for the scene merchant number that is used as long as {@code
 *     config/onboarding} has none, below the hub's home; the rehearsal's, default none
 * @param returnAddress where buyers send goods back by default
 */
@ConfigurationProperties("hub.onboarding")
public record OnboardingSettings(
    @DefaultValue("") String testOpenid,
    @Nullable LocalDate liveDate,
    @DefaultValue("0") List<Integer> serviceTypes,
    @DefaultValue("") String servicePath,
    @DefaultValue("") String servicePhone,
    @DefaultValue("") String sampleForm,
    @DefaultValue ReturnAddress returnAddress) {

  /**
   * An address.
   *
   * @param receiverName who receives
   * @param province the province
   * @param city the city
   * @param town the district
   * @param detailedAddress street and number
   * @param telNumber the telephone
   */
  public record ReturnAddress(
      @DefaultValue("") String receiverName,
      @DefaultValue("") String province,
      @DefaultValue("") String city,
      @DefaultValue("") String town,
      @DefaultValue("") String detailedAddress,
      @DefaultValue("") String telNumber) {}
}
