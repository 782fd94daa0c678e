-- What was seen is remembered by key and value, with the time it was first seen, because a row can change
-- twice in the second its time names, and a log can name a key twice. What was seen before is looked at again.
DROP TABLE erp_seen;
CREATE TABLE erp_seen (
  name       VARCHAR(200) ${binary} NOT NULL,
  erp_key    VARCHAR(128) ${binary} NOT NULL,
  seen_value VARCHAR(32)  NOT NULL,
  seen_at    BIGINT       NOT NULL,
  PRIMARY KEY (name, erp_key, seen_value)
);
CREATE INDEX erp_seen_value ON erp_seen (name, seen_value);
