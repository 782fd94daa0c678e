-- What the hub knows about products at WeChat, what happened to them, and the allowances spent.
CREATE TABLE product_link (
  account VARCHAR(64) ${binary} NOT NULL,
  out_product_id VARCHAR(128) ${binary} NOT NULL,
  product_id VARCHAR(32) NOT NULL,
  edit_status INT NOT NULL,
  sale_status INT NOT NULL,
  deleted BOOLEAN NOT NULL,
  sent VARCHAR(64) NOT NULL,
  rejected VARCHAR(64) NOT NULL,
  path VARCHAR(1024) NOT NULL,
  figures LONGTEXT NOT NULL,
  online_skus LONGTEXT NOT NULL,
  reason LONGTEXT NOT NULL,
  submitted_at DATETIME(6),
  sending LONGTEXT,
  version BIGINT NOT NULL,
  PRIMARY KEY (account, out_product_id)
);
CREATE INDEX product_link_audit ON product_link (account, edit_status, submitted_at);
CREATE TABLE timeline (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account VARCHAR(64) ${binary} NOT NULL,
  subject VARCHAR(32) NOT NULL,
  thing VARCHAR(128) ${binary} NOT NULL,
  happened_at DATETIME(6) NOT NULL,
  step VARCHAR(64) NOT NULL,
  sentence LONGTEXT NOT NULL
);
CREATE INDEX timeline_thing ON timeline (account, subject, thing, id);
CREATE TABLE quota_window (
  account VARCHAR(64) ${binary} NOT NULL,
  quota VARCHAR(64) NOT NULL,
  span VARCHAR(8) NOT NULL,
  begins_at DATETIME(6) NOT NULL,
  used INT NOT NULL,
  PRIMARY KEY (account, quota, span)
);
CREATE TABLE image_upload (
  account VARCHAR(64) ${binary} NOT NULL,
  content VARCHAR(64) NOT NULL,
  link VARCHAR(1024) NOT NULL,
  PRIMARY KEY (account, content)
);
