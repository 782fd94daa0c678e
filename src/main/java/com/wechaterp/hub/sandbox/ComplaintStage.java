package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.Map;

/**
 * How far a dispute is, with WeChat's codes (complaint.state); a dispute about a return goes
 * through the same stages under codes of its own.
 */
enum ComplaintStage {
  /** 客服处理中. */
  SUPPORT(230001),
  /** 待用户上传凭证. */
  USER_EVIDENCE(230002),
  /** 待商家上传凭证. */
  MERCHANT_EVIDENCE(230003),
  /** 待双方上传凭证. */
  BOTH_EVIDENCE(230004),
  /** 商家已补充凭证，缺用户凭证. */
  USER_MISSING(230005),
  /** 用户已补充凭证，缺商家凭证. */
  MERCHANT_MISSING(230006),
  /** 待客服判责. */
  VERDICT(230007),
  /** 售后处理中. */
  AFTERSALE(230009),
  /** 投诉完结. */
  FINISHED(230012),
  /** 投诉关闭. */
  CLOSED(230013);

  /** From a code about a refund to that about a return: 230001 and 230014, 230007 and 230020. */
  private static final int RETURN = 13;

  private final int code;

  ComplaintStage(int code) {
    this.code = code;
  }

  /** Returns WeChat's code for a dispute that is about a return or not. */
  int code(Map<String, Object> complaint) {
    boolean codeOfItsOwn = compareTo(VERDICT) <= 0 && Boolean.TRUE.equals(complaint.get("returns"));
    return codeOfItsOwn ? code + RETURN : code;
  }

  /** Returns the stage a dispute is at. */
  static ComplaintStage of(Map<String, Object> complaint) {
    for (ComplaintStage stage : values()) {
      if (stage.code(complaint) == Fields.number(complaint, "state")) {
        return stage;
      }
    }
    throw new IllegalStateException("no dispute has the state " + complaint.get("state"));
  }

  /** Returns WeChat's term for a code. */
  static String term(long code) {
    return WeChatContract.load()
        .enumTable("complaint.state")
        .flatMap(table -> table.value((int) code))
        .map(value -> value.zh())
        .orElseThrow();
  }

  boolean waitsForEvidence() {
    return compareTo(USER_EVIDENCE) >= 0 && compareTo(MERCHANT_MISSING) <= 0;
  }

  boolean hasEnded() {
    return this == FINISHED || this == CLOSED;
  }

  /**
   * Returns where evidence of the merchant leads to.
   *
   * @throws SandboxError 2747008 if none is asked for
   */
  ComplaintStage withMerchantEvidence() {
    return switch (this) {
      case MERCHANT_EVIDENCE, MERCHANT_MISSING -> VERDICT;
      case BOTH_EVIDENCE -> USER_MISSING;
      default -> throw AfterSaleState.notAllowed();
    };
  }

  /**
   * Returns where evidence of the buyer leads to.
   *
   * @throws SandboxError 2747008 if none is asked for
   */
  ComplaintStage withUserEvidence() {
    return switch (this) {
      case USER_EVIDENCE, USER_MISSING -> VERDICT;
      case BOTH_EVIDENCE -> MERCHANT_MISSING;
      default -> throw AfterSaleState.notAllowed();
    };
  }
}
