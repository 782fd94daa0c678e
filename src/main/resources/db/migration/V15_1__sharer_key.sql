-- Which sharer a key of the flow sharers stands for: keys are shown to people, openids are not.
CREATE TABLE sharer_key (
  account VARCHAR(64) ${binary} NOT NULL,
  person_key VARCHAR(64) ${binary} NOT NULL,
  openid VARCHAR(128) ${binary} NOT NULL,
  PRIMARY KEY (account, person_key)
);
