-- WeChat's whole category tree, which may be asked for once a day only, as WeChat answered it.
CREATE TABLE category_tree (
  account VARCHAR(64) ${binary} NOT NULL PRIMARY KEY,
  body LONGTEXT NOT NULL,
  fetched_at DATETIME(6) NOT NULL
);
