-- The forced token refreshes of each account, which WeChat limits by day and distance.
CREATE TABLE token_refresh (
  account     VARCHAR(64) ${binary} NOT NULL PRIMARY KEY,
  refresh_day DATE        NOT NULL,
  used        INT         NOT NULL,
  last_at     DATETIME(6) NOT NULL
);
