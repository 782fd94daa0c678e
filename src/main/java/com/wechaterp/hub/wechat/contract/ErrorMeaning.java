package com.wechaterp.hub.wechat.contract;

import com.wechaterp.hub.wechat.ErrorCategory;

/**
 * What one error code means.
 *
 * @param code the code
 * @param zh WeChat's text
 * @param en the meaning in English
 * @param category what it asks of the caller
 * @param kind {@code param}, {@code state}, {@code exist}, {@code data}, {@code perm}, {@code
 *     token}, {@code rate} or {@code retry}, the documentation's families; {@code unknown} if the
 *     contract does not know the code
 * @param scope which interfaces answer it
 */
public record ErrorMeaning(
    int code, String zh, String en, ErrorCategory category, String kind, String scope) {}
