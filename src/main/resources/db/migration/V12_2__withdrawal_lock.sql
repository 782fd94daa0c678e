-- One row an account: whoever sends a withdrawal holds it while the day's sum is read, on every node.
CREATE TABLE withdrawal_lock (
  account VARCHAR(64) ${binary} NOT NULL,
  PRIMARY KEY (account)
);
