-- How far each subject of each account was compared, and what each reconciliation found.
CREATE TABLE reconcile_cursor (
  account VARCHAR(64) ${binary} NOT NULL,
  subject VARCHAR(32) NOT NULL,
  window_end DATETIME(6) NOT NULL,
  PRIMARY KEY (account, subject)
);
CREATE TABLE reconcile_report (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account VARCHAR(64) ${binary} NOT NULL,
  subject VARCHAR(32) NOT NULL,
  window_from DATETIME(6) NOT NULL,
  window_to DATETIME(6) NOT NULL,
  started_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) NOT NULL,
  compared BIGINT NOT NULL,
  differences BIGINT NOT NULL,
  queued BIGINT NOT NULL,
  waiting BIGINT NOT NULL,
  failure LONGTEXT,
  details LONGTEXT NOT NULL
);
CREATE INDEX reconcile_report_last ON reconcile_report (account, subject, id);
CREATE INDEX reconcile_report_ended ON reconcile_report (ended_at);
