-- A flow pauses for one account at a time: a wrong secret of one account is no reason for the others to wait.
CREATE TABLE work_pause (
  flow         VARCHAR(64) ${binary} NOT NULL,
  account      VARCHAR(64) ${binary} NOT NULL,
  pause_level  INT         NOT NULL,
  paused_until DATETIME(6) NOT NULL,
  probe_until  DATETIME(6) NULL,
  reason       LONGTEXT    NOT NULL,
  PRIMARY KEY (flow, account)
);
ALTER TABLE work_flow DROP COLUMN pause_level;
ALTER TABLE work_flow DROP COLUMN paused_until;
ALTER TABLE work_flow DROP COLUMN probe_until;
ALTER TABLE work_flow DROP COLUMN pause_reason;
