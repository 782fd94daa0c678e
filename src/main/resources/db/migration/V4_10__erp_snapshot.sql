-- What a port without any time looked like when it was last read: runs of rows, each with a digest.
CREATE TABLE erp_snapshot (
  port     VARCHAR(64)  ${binary} NOT NULL,
  flow     VARCHAR(64)  ${binary} NOT NULL,
  account  VARCHAR(64)  ${binary} NOT NULL,
  digest   VARCHAR(32)  NOT NULL,
  last_key VARCHAR(128) ${binary} NOT NULL,
  content  LONGBLOB     NOT NULL,
  PRIMARY KEY (port, flow, account, digest)
);
