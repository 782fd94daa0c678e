package com.wechaterp.hub.complaint;

/** State of a dispute [纠纷单状态]. */
public enum ComplaintState {
  MERCHANT_HANDLING(230000, "商家售后处理中", "merchant handling after-sale"),
  SUPPORT_HANDLING(230001, "客服处理中", "platform support handling"),
  USER_EVIDENCE(230002, "待用户上传凭证", "waiting for user evidence"),
  MERCHANT_EVIDENCE(230003, "待商家上传凭证", "waiting for merchant evidence"),
  BOTH_EVIDENCE(230004, "待双方上传凭证", "waiting for evidence of both"),
  USER_MISSING(230005, "商家已补充凭证，缺用户凭证", "merchant done, user missing"),
  MERCHANT_MISSING(230006, "用户已补充凭证，缺商家凭证", "user done, merchant missing"),
  WAITING_VERDICT(230007, "待客服判责", "waiting for the verdict"),
  AFTER_SALE_IN_PROGRESS(230009, "售后处理中", "after-sale in progress"),
  REFUND_PROOF_CHECK(230011, "待客服核实退款凭证", "support checks refund proof"),
  FINISHED(230012, "投诉完结", "finished"),
  CLOSED(230013, "投诉关闭", "closed"),
  RETURN_HANDLING(230014, "客服退货纠纷处理中", "support handles return dispute"),
  USER_RETURN_EVIDENCE(230015, "待用户上传退货凭证", "waiting for user return evidence"),
  MERCHANT_RETURN_EVIDENCE(230016, "待商家上传退货凭证", "waiting for merchant return evidence"),
  BOTH_RETURN_EVIDENCE(230017, "待双方上传退货凭证", "waiting for return evidence of both"),
  USER_RETURN_MISSING(230018, "商家已补充退货凭证，缺用户", "merchant done, user missing (return)"),
  MERCHANT_RETURN_MISSING(230019, "用户已补充退货凭证，缺商家", "user done, merchant missing (return)"),
  RETURN_EVIDENCE_CHECK(230020, "客服核定退货凭证", "support checks return evidence"),
  /** A code this hub does not know; the dispute keeps the number. */
  UNKNOWN(-1, "未知", "unknown");

  private final int code;
  private final String chinese;
  private final String english;

  ComplaintState(int code, String chinese, String english) {
    this.code = code;
    this.chinese = chinese;
    this.english = english;
  }

  /** Returns the platform's code, -1 for {@link #UNKNOWN}. */
  public int code() {
    return code;
  }

  /** Returns WeChat's own term. */
  public String chinese() {
    return chinese;
  }

  /** Returns a plain English name. */
  public String english() {
    return english;
  }

  /** Returns whether WeChat waits for the merchant's evidence. */
  public boolean asksMerchant() {
    return switch (this) {
      case MERCHANT_EVIDENCE,
          BOTH_EVIDENCE,
          MERCHANT_MISSING,
          MERCHANT_RETURN_EVIDENCE,
          BOTH_RETURN_EVIDENCE,
          MERCHANT_RETURN_MISSING ->
          true;
      default -> false;
    };
  }

  /** Returns whether nothing more can happen to it. */
  public boolean ended() {
    return this == FINISHED || this == CLOSED;
  }

  /** Returns the state of a platform code, {@link #UNKNOWN} if it has none. */
  public static ComplaintState of(int code) {
    for (ComplaintState state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    return UNKNOWN;
  }
}
