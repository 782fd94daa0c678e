-- The ledger as WeChat booked it; withdrawals and changes of the bank account, from request to end.
CREATE TABLE ledger_entry (
  account VARCHAR(64) ${binary} NOT NULL,
  funds_flow_id VARCHAR(64) ${binary} NOT NULL,
  ledger_day DATE NOT NULL,
  type VARCHAR(64) NOT NULL,
  flow_type VARCHAR(16) NOT NULL,
  amount BIGINT NOT NULL,
  balance BIGINT NOT NULL,
  busi_type VARCHAR(64) NOT NULL,
  request_no VARCHAR(128) NOT NULL,
  bookkeeping_time DATETIME(6),
  in_erp BOOLEAN NOT NULL,
  PRIMARY KEY (account, funds_flow_id)
);
CREATE INDEX ledger_entry_day ON ledger_entry (account, ledger_day);
CREATE TABLE money_request (
  account VARCHAR(64) ${binary} NOT NULL,
  id VARCHAR(64) ${binary} NOT NULL,
  kind VARCHAR(16) NOT NULL,
  amount BIGINT NOT NULL,
  remark VARCHAR(128) NOT NULL,
  details LONGTEXT NOT NULL,
  state VARCHAR(16) NOT NULL,
  requested_by VARCHAR(64) NOT NULL,
  approved_by VARCHAR(64) NOT NULL,
  requested_at DATETIME(6) NOT NULL,
  begun_at DATETIME(6),
  out_request_no VARCHAR(64) ${binary} NOT NULL,
  qrcode_ticket VARCHAR(512) NOT NULL,
  status VARCHAR(32) NOT NULL,
  reason VARCHAR(512) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (account, id)
);
CREATE INDEX money_request_no ON money_request (account, out_request_no);
