-- Deliveries of the demo shop: one note for each parcel, the courier as the warehouse writes it, and the
-- tracking number typed in later when somebody forgets it.
CREATE TABLE IF NOT EXISTS dlv_note (
  note_no  VARCHAR(20)  NOT NULL PRIMARY KEY,
  so_no    VARCHAR(32)  NOT NULL,
  exp_name VARCHAR(40),
  exp_no   VARCHAR(40),
  gone     DATETIME,
  upd_time DATETIME     NOT NULL
);

CREATE TABLE IF NOT EXISTS dlv_item (
  note_no  VARCHAR(20)  NOT NULL,
  item_no  VARCHAR(24)  NOT NULL,
  qty      INT          NOT NULL,
  PRIMARY KEY (note_no, item_no)
);

-- What does not go by courier: N nothing to send, Z fetched by the buyer.
CREATE TABLE IF NOT EXISTS so_way (
  so_no VARCHAR(32) NOT NULL PRIMARY KEY,
  way   CHAR(1)     NOT NULL
);

-- The parcels WeChat has.
CREATE TABLE IF NOT EXISTS wx_dlv (
  so_no     VARCHAR(32)  NOT NULL,
  wx_exp_no VARCHAR(64)  NOT NULL,
  wx_exp    VARCHAR(40),
  all_gone  INT          NOT NULL,
  upd_time  DATETIME     NOT NULL,
  PRIMARY KEY (so_no, wx_exp_no)
);
