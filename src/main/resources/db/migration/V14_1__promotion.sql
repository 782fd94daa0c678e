-- Fingerprints of what WeChat does not show in full, and which payment a refund or sharing belongs to.
CREATE TABLE coupon_sent (
  account VARCHAR(64) ${binary} NOT NULL,
  out_coupon_id VARCHAR(128) ${binary} NOT NULL,
  issued_num BIGINT NOT NULL,
  receive_num BIGINT NOT NULL,
  PRIMARY KEY (account, out_coupon_id)
);
CREATE TABLE pay_part (
  account VARCHAR(64) ${binary} NOT NULL,
  part_no VARCHAR(64) ${binary} NOT NULL,
  kind VARCHAR(16) NOT NULL,
  trade_no VARCHAR(64) ${binary} NOT NULL,
  amount BIGINT NOT NULL,
  begun_at DATETIME(6) NOT NULL,
  PRIMARY KEY (account, part_no)
);
