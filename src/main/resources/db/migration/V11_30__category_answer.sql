-- WeChat's lists of categories and brands as it answered them, and when each was last asked for, and that ended: the whole tree
-- may be asked for once a day only, also by several nodes and also if it did not answer.
CREATE TABLE category_answer (
  account    VARCHAR(64) ${binary} NOT NULL,
  operation  VARCHAR(64) NOT NULL,
  asked_at   DATETIME(6) NOT NULL,
  ended_at   DATETIME(6) NOT NULL,
  fetched_at DATETIME(6) NULL,
  body       LONGTEXT    NULL,
  PRIMARY KEY (account, operation)
);
DROP TABLE category_tree;
