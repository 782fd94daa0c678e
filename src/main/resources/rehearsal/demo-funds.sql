-- The demo shop's books of WeChat's money, in yuan.
CREATE TABLE IF NOT EXISTS wx_ledger (
  flow_no    VARCHAR(64)   NOT NULL PRIMARY KEY,
  book_day   VARCHAR(10)   NOT NULL,
  in_out     VARCHAR(4)    NOT NULL,
  money      DECIMAL(12,2) NOT NULL,
  balance    DECIMAL(12,2),
  what       VARCHAR(40),
  bill_no    VARCHAR(128),
  book_time  DATETIME
);

CREATE TABLE IF NOT EXISTS wx_withdraw (
  draw_no  VARCHAR(64)   NOT NULL PRIMARY KEY,
  money    DECIMAL(12,2) NOT NULL,
  memo     VARCHAR(200),
  state    VARCHAR(20),
  reason   VARCHAR(200),
  upd_time DATETIME      NOT NULL
);
