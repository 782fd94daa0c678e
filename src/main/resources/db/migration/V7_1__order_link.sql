-- What the hub knows about orders at WeChat.
CREATE TABLE order_link (
  account VARCHAR(64) ${binary} NOT NULL,
  out_order_id VARCHAR(128) ${binary} NOT NULL,
  order_id VARCHAR(32) NOT NULL,
  openid VARCHAR(128) ${binary} NOT NULL,
  fund_type INT NOT NULL,
  status INT NOT NULL,
  order_price BIGINT NOT NULL,
  transaction_id VARCHAR(64) NOT NULL,
  paid_at DATETIME(6),
  expires_at DATETIME(6),
  changed_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (account, out_order_id)
);
CREATE INDEX order_link_order ON order_link (account, order_id);
CREATE INDEX order_link_status ON order_link (status, changed_at);
