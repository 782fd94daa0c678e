-- WeChat's list of couriers, as WeChat answered it.
CREATE TABLE courier_list (
  account VARCHAR(64) ${binary} NOT NULL PRIMARY KEY,
  body LONGTEXT NOT NULL,
  fetched_at DATETIME(6) NOT NULL
);
