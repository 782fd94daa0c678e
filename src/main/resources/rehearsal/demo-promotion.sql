-- The demo shop's coupons, and what it keeps of promoters, sharers, payments and certificates.
CREATE TABLE IF NOT EXISTS ticket (
  ticket_no  VARCHAR(20)  NOT NULL PRIMARY KEY,
  ticket_name VARCHAR(40) NOT NULL,
  full_amt   DECIMAL(10,2) NOT NULL,
  off_amt    DECIMAL(10,2) NOT NULL,
  left_qty   INT          NOT NULL,
  from_time  DATETIME     NOT NULL,
  to_time    DATETIME     NOT NULL,
  upd_time   DATETIME     NOT NULL
);

CREATE TABLE IF NOT EXISTS ticket_user (
  claim_no   VARCHAR(64)  NOT NULL PRIMARY KEY,
  ticket_no  VARCHAR(20)  NOT NULL,
  cust_wx    VARCHAR(64)  NOT NULL,
  got_time   DATETIME     NOT NULL,
  used_time  DATETIME,
  upd_time   DATETIME     NOT NULL
);

CREATE TABLE IF NOT EXISTS wx_promoter (
  promoter_id VARCHAR(64) NOT NULL PRIMARY KEY,
  nick        VARCHAR(80)
);

CREATE TABLE IF NOT EXISTS wx_sharer (
  cust_wx   VARCHAR(64) NOT NULL PRIMARY KEY,
  nick      VARCHAR(80),
  bind_st   VARCHAR(20),
  sold_amt  DECIMAL(12,2),
  sold_cnt  INT
);

CREATE TABLE IF NOT EXISTS wx_sharer_live (
  live_no   VARCHAR(64) NOT NULL,
  cust_wx   VARCHAR(64) NOT NULL,
  host      VARCHAR(80),
  begun     DATETIME,
  ended     DATETIME,
  sold_amt  DECIMAL(12,2),
  sold_cnt  INT,
  PRIMARY KEY (live_no, cust_wx)
);

CREATE TABLE IF NOT EXISTS wx_sharer_so (
  so_no     VARCHAR(64) NOT NULL PRIMARY KEY,
  cust_wx   VARCHAR(64) NOT NULL,
  live_no   VARCHAR(64) NOT NULL,
  wx_state  INT,
  money     DECIMAL(12,2)
);

CREATE TABLE IF NOT EXISTS wx_pay (
  trade_no  VARCHAR(64)   NOT NULL PRIMARY KEY,
  money     DECIMAL(12,2) NOT NULL,
  wx_no     VARCHAR(64),
  paid_time DATETIME
);

CREATE TABLE IF NOT EXISTS wx_pay_back (
  part_no   VARCHAR(64)   NOT NULL PRIMARY KEY,
  trade_no  VARCHAR(64)   NOT NULL,
  money     DECIMAL(12,2) NOT NULL,
  result    VARCHAR(20)
);

CREATE TABLE IF NOT EXISTS wx_pay_share (
  part_no   VARCHAR(64)   NOT NULL PRIMARY KEY,
  trade_no  VARCHAR(64)   NOT NULL,
  money     DECIMAL(12,2),
  result    VARCHAR(20)
);

CREATE TABLE IF NOT EXISTS paper (
  paper_no   VARCHAR(20)  NOT NULL PRIMARY KEY,
  cls_id     VARCHAR(20)  NOT NULL,
  licence_pic VARCHAR(200) NOT NULL,
  paper_pics VARCHAR(400) NOT NULL,
  good_until DATE,
  wx_state   VARCHAR(20),
  wx_reason  VARCHAR(500)
);
