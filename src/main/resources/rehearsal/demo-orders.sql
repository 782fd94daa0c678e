-- Orders of the demo shop, awkward on purpose: yuan as decimals and doubles, one-letter states, receiver,
-- telephone and address in one line, minutes instead of a time of expiry, and no room for WeChat's ids.
CREATE TABLE IF NOT EXISTS so_head (
  so_no       VARCHAR(32)   NOT NULL PRIMARY KEY,
  cust_wx     VARCHAR(64)   NOT NULL,
  -- N new, P paid, D partly delivered, S delivered, F finished, R refunded, C closed by the shop, T not paid in time
  st          CHAR(1)       NOT NULL,
  -- W the cashier of WeChat's scene merchant, M the shop's own merchant number
  pay_way     CHAR(1)       NOT NULL,
  amt         DECIMAL(12,2) NOT NULL,
  freight_amt DECIMAL(12,2),
  off_amt     DOUBLE,
  ship_to     VARCHAR(300)  NOT NULL,
  live_trace  VARCHAR(100),
  made        DATETIME      NOT NULL,
  keep_min    INT           NOT NULL,
  prepay_no   VARCHAR(64),
  prepay_time DATETIME,
  pay_no      VARCHAR(64),
  pay_time    DATETIME,
  upd_time    DATETIME      NOT NULL
);

CREATE TABLE IF NOT EXISTS so_line (
  so_no    VARCHAR(32)   NOT NULL,
  line_no  INT           NOT NULL,
  item_no  VARCHAR(24)   NOT NULL,
  qty      INT           NOT NULL,
  price    DECIMAL(12,2),
  PRIMARY KEY (so_no, line_no)
);

-- The shop's till: one row for each payment.
CREATE TABLE IF NOT EXISTS pay_log (
  log_id BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  so_no  VARCHAR(32)   NOT NULL,
  pay_no VARCHAR(64),
  amt    DECIMAL(12,2) NOT NULL,
  logged DATETIME      NOT NULL
);

CREATE TABLE IF NOT EXISTS wx_order (
  so_no         VARCHAR(32)   NOT NULL PRIMARY KEY,
  wx_order_no   VARCHAR(32),
  wx_state      INT,
  wx_state_name VARCHAR(40),
  wx_amt        DECIMAL(12,2),
  wx_pay_no     VARCHAR(64),
  wx_pay_time   DATETIME,
  wx_ticket     VARCHAR(128),
  wx_ticket_end DATETIME,
  wx_promoter   VARCHAR(64),
  wx_sharer     VARCHAR(64),
  upd_time      DATETIME      NOT NULL
);
