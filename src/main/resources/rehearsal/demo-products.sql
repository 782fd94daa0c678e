-- The legacy database of the demo shop. It is awkward on purpose: yuan as decimals and doubles, pictures
-- joined by commas, one-letter states, and no time of change where prices and stock are kept.
CREATE TABLE IF NOT EXISTS goods (
  goods_no    VARCHAR(20)  NOT NULL PRIMARY KEY,
  goods_name  VARCHAR(200),
  cls_code    VARCHAR(10)  NOT NULL,
  state       CHAR(1)      NOT NULL,
  pics        VARCHAR(1000),
  detail_pics VARCHAR(1000),
  memo        VARCHAR(2000),
  upd_time    DATETIME     NOT NULL
);

CREATE TABLE IF NOT EXISTS goods_item (
  item_no    VARCHAR(24)  NOT NULL,
  goods_no   VARCHAR(20)  NOT NULL,
  color      VARCHAR(20)  NOT NULL,
  spec       VARCHAR(20)  NOT NULL,
  price      DECIMAL(10,2),
  tag_price  DOUBLE       NOT NULL,
  bar_no     VARCHAR(20)  NOT NULL,
  line_no    INT          NOT NULL,
  PRIMARY KEY (goods_no, line_no)
);

CREATE TABLE IF NOT EXISTS store_qty (
  item_no VARCHAR(24) NOT NULL PRIMARY KEY,
  qty     INT         NOT NULL
);

CREATE TABLE IF NOT EXISTS wx_goods (
  goods_no    VARCHAR(20)  NOT NULL PRIMARY KEY,
  wx_goods_id VARCHAR(32),
  wx_state    VARCHAR(40),
  wx_reason   VARCHAR(500),
  upd_time    DATETIME     NOT NULL
);
