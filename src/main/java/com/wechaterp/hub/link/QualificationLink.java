package com.wechaterp.hub.link;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the hub knows about one qualification at WeChat.
 *
 * @param account the WeChat account
 * @param qualificationId the merchant's id
 * @param kind {@code category}, {@code brand} or {@code product}
 * @param subject the category's id or the brand's wording
 * @param auditId WeChat's audit ticket, empty until it is known
 * @param statusCode the state as WeChat numbers it
 * @param brandId the brand WeChat granted, empty for none
 * @param reason why WeChat rejected it, empty if it did not
 * @param sent fingerprint of what was submitted last, empty if nothing was
 * @param submittedAt when it was submitted last; null if never
 * @param begunAt when a submission was begun whose outcome is not known; null if there is none
 * @param expiresOn the last day of the certificate; null if it has none
 * @param version counts the changes of this record; 0 before it is stored
 */
public record QualificationLink(
    String account,
    String qualificationId,
    String kind,
    String subject,
    String auditId,
    int statusCode,
    String brandId,
    String reason,
    String sent,
    @Nullable Instant submittedAt,
    @Nullable Instant begunAt,
    @Nullable LocalDate expiresOn,
    long version) {

  /** Returns the link of a qualification WeChat has never seen. */
  public static QualificationLink unknown(String account, String qualificationId) {
    return new QualificationLink(
        account,
        qualificationId,
        "",
        "",
        "",
        QualificationStatus.NOT_SUBMITTED.code(),
        "",
        "",
        "",
        null,
        null,
        null,
        0);
  }

  /** Returns the state. */
  public QualificationStatus status() {
    return QualificationStatus.of(statusCode);
  }

  /** Returns this link with what the merchant declares. */
  public QualificationLink declared(String ofKind, String about, @Nullable LocalDate until) {
    return new QualificationLink(
        account,
        qualificationId,
        ofKind,
        about,
        auditId,
        statusCode,
        brandId,
        reason,
        sent,
        submittedAt,
        begunAt,
        until,
        version);
  }

  /** Returns this link with a submission begun, or with none ({@code null}). */
  public QualificationLink begun(@Nullable Instant at) {
    return new QualificationLink(
        account,
        qualificationId,
        kind,
        subject,
        auditId,
        statusCode,
        brandId,
        reason,
        sent,
        submittedAt,
        at,
        expiresOn,
        version);
  }

  /** Returns this link after content was submitted. */
  public QualificationLink submitted(String ticket, String fingerprint, Instant at) {
    return new QualificationLink(
        account,
        qualificationId,
        kind,
        subject,
        ticket,
        QualificationStatus.IN_AUDIT.code(),
        "",
        "",
        fingerprint,
        at,
        null,
        expiresOn,
        version);
  }

  /** Returns this link with what WeChat answered about its audit. */
  public QualificationLink decided(int status, String brand, String why) {
    return new QualificationLink(
        account,
        qualificationId,
        kind,
        subject,
        auditId,
        status,
        brand,
        why,
        sent,
        submittedAt,
        null,
        expiresOn,
        version);
  }

  /** Returns this link after the products it goes along with were told of its content. */
  public QualificationLink attached(String fingerprint) {
    return new QualificationLink(
        account,
        qualificationId,
        kind,
        subject,
        auditId,
        statusCode,
        brandId,
        reason,
        fingerprint,
        submittedAt,
        begunAt,
        expiresOn,
        version);
  }

  /** Returns this link after WeChat said that it had approved this content already. */
  public QualificationLink approved(String fingerprint) {
    return new QualificationLink(
        account,
        qualificationId,
        kind,
        subject,
        auditId,
        QualificationStatus.APPROVED.code(),
        brandId,
        "",
        fingerprint,
        submittedAt,
        null,
        expiresOn,
        version);
  }
}
