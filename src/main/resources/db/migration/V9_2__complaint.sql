-- Disputes as they were last seen at WeChat, and the evidence last sent.
CREATE TABLE complaint (
  account VARCHAR(64) ${binary} NOT NULL,
  complaint_order_id VARCHAR(32) ${binary} NOT NULL,
  aftersale_id VARCHAR(32) NOT NULL,
  state INT NOT NULL,
  ended BOOLEAN NOT NULL,
  deadline DATETIME(6) NULL,
  sent VARCHAR(64) NOT NULL,
  warned BOOLEAN NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (account, complaint_order_id)
);
CREATE INDEX complaint_seen ON complaint (ended, seen_at);
