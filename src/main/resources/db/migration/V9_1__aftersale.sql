-- After-sales as they were last seen at WeChat, with the time until which somebody must act.
CREATE TABLE after_sale (
  account VARCHAR(64) ${binary} NOT NULL,
  fund_type INT NOT NULL,
  aftersale_key VARCHAR(128) ${binary} NOT NULL,
  out_aftersale_id VARCHAR(128) ${binary} NOT NULL,
  out_order_id VARCHAR(128) ${binary} NOT NULL,
  out_sku_id VARCHAR(128) ${binary} NOT NULL,
  product_cnt BIGINT NOT NULL,
  type INT NOT NULL,
  status INT NOT NULL,
  orderamt BIGINT NOT NULL,
  ended BOOLEAN NOT NULL,
  claims BOOLEAN NOT NULL,
  since DATETIME(6) NOT NULL,
  deadline DATETIME(6) NULL,
  warned BOOLEAN NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (account, fund_type, aftersale_key)
);
CREATE INDEX after_sale_out ON after_sale (account, out_aftersale_id);
CREATE INDEX after_sale_order ON after_sale (account, out_order_id);
CREATE INDEX after_sale_due ON after_sale (ended, deadline);
CREATE INDEX after_sale_seen ON after_sale (ended, seen_at);

-- Every call about an after-sale or a dispute, noted before it is sent: money moves by some of them.
CREATE TABLE after_sale_call (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account VARCHAR(64) ${binary} NOT NULL,
  flow VARCHAR(64) NOT NULL,
  work_key VARCHAR(128) ${binary} NOT NULL,
  operation VARCHAR(64) NOT NULL,
  content VARCHAR(128) ${binary} NOT NULL,
  status_before INT NOT NULL,
  update_time_before DATETIME(6) NULL,
  begun_at DATETIME(6) NOT NULL,
  outcome VARCHAR(8) NOT NULL
);
CREATE INDEX after_sale_call_key ON after_sale_call (account, flow, work_key, id);

-- What the merchant's own pages asked for, until the ERP says more.
CREATE TABLE after_sale_request (
  account VARCHAR(64) ${binary} NOT NULL,
  out_aftersale_id VARCHAR(128) ${binary} NOT NULL,
  document LONGTEXT NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (account, out_aftersale_id)
);
