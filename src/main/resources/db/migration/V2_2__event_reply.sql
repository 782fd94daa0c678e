-- The answers WeChat was given to events that ask for one, so that asking again gets the same.
CREATE TABLE event_reply (
  account    VARCHAR(64)  ${binary} NOT NULL,
  event      VARCHAR(64)  NOT NULL,
  request_id VARCHAR(128) ${binary} NOT NULL,
  answer     LONGTEXT     NOT NULL,
  decided_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (account, event, request_id)
);
