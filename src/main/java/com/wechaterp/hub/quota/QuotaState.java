package com.wechaterp.hub.quota;

import java.time.Instant;

/**
 * One window of one allowance.
 *
 * @param account the WeChat account
 * @param quota the allowance, such as {@code spu-audit}
 * @param window {@code hour} or {@code day}
 * @param used uses in the current window
 * @param limit uses the window allows
 * @param resetsAt when the window begins anew
 */
public record QuotaState(
    String account, String quota, String window, int used, int limit, Instant resetsAt) {}
