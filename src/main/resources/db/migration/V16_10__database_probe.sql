-- The row each running hub commits every few seconds to know that it can.
CREATE TABLE database_probe (
  node    VARCHAR(36) ${binary} NOT NULL PRIMARY KEY,
  seen_at DATETIME(6) NOT NULL
);
