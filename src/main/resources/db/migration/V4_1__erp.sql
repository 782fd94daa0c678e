-- How far the ERP's changes have been read by time or id, and what was seen where rows are read again.
CREATE TABLE erp_cursor (
  name        VARCHAR(200) ${binary} NOT NULL PRIMARY KEY,
  since_value VARCHAR(32)  NOT NULL,
  since_key   VARCHAR(128) ${binary} NOT NULL
);

CREATE TABLE erp_seen (
  name       VARCHAR(200) ${binary} NOT NULL,
  erp_key    VARCHAR(128) ${binary} NOT NULL,
  seen_value VARCHAR(32)  NOT NULL,
  PRIMARY KEY (name, erp_key)
);
CREATE INDEX erp_seen_value ON erp_seen (name, seen_value);
