-- Payments under the shipping-info management, as the ERP's orders name them.
CREATE TABLE shipping_info (
  account VARCHAR(64) ${binary} NOT NULL,
  out_order_id VARCHAR(128) ${binary} NOT NULL,
  part VARCHAR(128) ${binary} NOT NULL,
  transaction_id VARCHAR(64) ${binary} NOT NULL,
  merchant_trade_no VARCHAR(128) ${binary} NOT NULL,
  reminded BOOLEAN NOT NULL,
  told VARCHAR(64) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (account, out_order_id, part)
);
CREATE INDEX shipping_info_transaction ON shipping_info (account, transaction_id);

-- Special orders [特殊发货报备] as they were reported; WeChat does not show them.
CREATE TABLE special_order (
  account VARCHAR(64) ${binary} NOT NULL,
  out_order_id VARCHAR(128) ${binary} NOT NULL,
  type INT NOT NULL,
  delay_to DATETIME(6) NULL,
  reported_at DATETIME(6) NOT NULL,
  PRIMARY KEY (account, out_order_id)
);

-- Where WeChat's messages about shipments lead, as it was set last.
CREATE TABLE shipping_msg_path (
  account VARCHAR(64) ${binary} NOT NULL PRIMARY KEY,
  path VARCHAR(512) NOT NULL
);
