-- What the demo shop sells outside WeChat's trade component, paid through WeChat Pay. Its parcels are in
-- dlv_note too; WeChat hears of them through its shipping-info management.
CREATE TABLE IF NOT EXISTS out_sale (
  sale_no    VARCHAR(32) NOT NULL PRIMARY KEY,
  cust_wx    VARCHAR(64) NOT NULL,
  tel        VARCHAR(20),
  pay_no     VARCHAR(64) NOT NULL,
  -- Y for a sale that nobody is to get
  trial      CHAR(1)     NOT NULL DEFAULT 'N',
  late_until DATETIME,
  got        DATETIME,
  upd_time   DATETIME    NOT NULL
);

CREATE TABLE IF NOT EXISTS out_line (
  sale_no  VARCHAR(32) NOT NULL,
  item_no  VARCHAR(24) NOT NULL,
  qty      INT         NOT NULL,
  -- the payment of the line, where one cashier took several payments together
  part_pay VARCHAR(64),
  PRIMARY KEY (sale_no, item_no)
);

CREATE TABLE IF NOT EXISTS wx_ship (
  sale_no    VARCHAR(32) NOT NULL,
  pay_no     VARCHAR(64) NOT NULL,
  state      INT         NOT NULL,
  state_name VARCHAR(40),
  all_gone   INT         NOT NULL,
  times      INT         NOT NULL,
  disputed   INT         NOT NULL,
  upd_time   DATETIME    NOT NULL,
  PRIMARY KEY (sale_no, pay_no)
);
