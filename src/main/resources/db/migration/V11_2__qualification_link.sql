-- What the hub knows about category and brand qualifications at WeChat.
CREATE TABLE qualification_link (
  account VARCHAR(64) ${binary} NOT NULL,
  qualification_id VARCHAR(128) ${binary} NOT NULL,
  kind VARCHAR(16) NOT NULL,
  subject VARCHAR(128) NOT NULL,
  audit_id VARCHAR(64) ${binary} NOT NULL,
  status INT NOT NULL,
  brand_id VARCHAR(32) NOT NULL,
  reason LONGTEXT NOT NULL,
  sent VARCHAR(64) NOT NULL,
  submitted_at DATETIME(6),
  begun_at DATETIME(6),
  expires_on DATE,
  version BIGINT NOT NULL,
  PRIMARY KEY (account, qualification_id)
);
CREATE INDEX qualification_link_audit ON qualification_link (account, audit_id);
