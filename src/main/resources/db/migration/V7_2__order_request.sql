-- What the hub knows besides: the one change of price, what the ERP was told, when it last looked.
ALTER TABLE order_link ADD COLUMN price_changed BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE order_link ADD COLUMN told VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE order_link ADD COLUMN looked_at DATETIME(6);
CREATE INDEX order_link_looked ON order_link (status, looked_at);

-- Orders the mini-program's backend asked for: the body until WeChat has the order, then
-- the answer, or why WeChat refused.
CREATE TABLE order_request (
  account      VARCHAR(64)  ${binary} NOT NULL,
  out_order_id VARCHAR(128) ${binary} NOT NULL,
  fingerprint  VARCHAR(64)  NOT NULL,
  body         LONGTEXT     NULL,
  answer       LONGTEXT     NULL,
  answered_at  DATETIME(6)  NULL,
  refusal      LONGTEXT     NULL,
  received_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (account, out_order_id)
);
