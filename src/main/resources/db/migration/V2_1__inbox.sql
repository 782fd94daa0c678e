-- Events WeChat pushed, each once however often it was sent.
CREATE TABLE inbox_event (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account     VARCHAR(64)  ${binary} NOT NULL,
  event       VARCHAR(64)  NOT NULL,
  event_key   VARCHAR(255) ${binary} NOT NULL,
  flow        VARCHAR(64)  NULL,
  work_key    VARCHAR(128) NULL,
  marked      BOOLEAN      NOT NULL,
  body        LONGTEXT     NOT NULL,
  received_at DATETIME(6)  NOT NULL,
  CONSTRAINT inbox_event_once UNIQUE (account, event_key)
);
CREATE INDEX inbox_event_waiting ON inbox_event (marked, flow);
