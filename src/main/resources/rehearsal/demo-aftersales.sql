-- After-sales of the demo shop, awkward on purpose: one letter for the kind and one for what the clerk
-- decided, pictures joined by commas, and WeChat's tickets and the shop's own in one table.
CREATE TABLE IF NOT EXISTS svc_ticket (
  -- WX and WeChat's id for what a buyer opened in WeChat, the shop's own number otherwise
  svc_no       VARCHAR(40)   NOT NULL PRIMARY KEY,
  so_no        VARCHAR(32)   NOT NULL,
  item_no      VARCHAR(24)   NOT NULL,
  qty          INT           NOT NULL,
  -- R money back, B goods and money back, X other goods
  kind         CHAR(1)       NOT NULL,
  amt          DECIMAL(12,2) NOT NULL,
  why_no       INT,
  why          VARCHAR(300),
  pics         VARCHAR(2000),
  withdrawn    CHAR(1)       NOT NULL DEFAULT 'N',
  express      VARCHAR(20),
  express_no   VARCHAR(40),
  -- only for orders paid to the shop itself: what the shop says of the ticket, see states of pack.yaml
  own_st       CHAR(1),
  asked_time   DATETIME,
  wx_svc_no    VARCHAR(40),
  wx_state     INT,
  wx_state_name VARCHAR(40),
  wx_amt       DECIMAL(12,2),
  wx_until     DATETIME,
  wx_ver       BIGINT,
  wx_refund_no VARCHAR(64),
  -- Y agreed, G the goods are here and the money may go, P paid back by hand, N refused
  verdict      CHAR(1),
  verdict_amt  DECIMAL(12,2),
  verdict_say  VARCHAR(200),
  verdict_pics VARCHAR(500),
  verdict_ver  BIGINT,
  verdict_time DATETIME,
  upd_time     DATETIME
);

-- Until when the shop takes the goods of an order back, where it promised more than it must.
CREATE TABLE IF NOT EXISTS so_until (
  so_no      VARCHAR(32) NOT NULL PRIMARY KEY,
  until_time DATETIME    NOT NULL
);

CREATE TABLE IF NOT EXISTS wx_dispute (
  dispute_no   VARCHAR(32)   NOT NULL PRIMARY KEY,
  wx_svc_no    VARCHAR(40),
  state        INT           NOT NULL,
  state_name   VARCHAR(40),
  what         VARCHAR(60),
  judged       VARCHAR(60),
  until_time   DATETIME,
  buyer_says   VARCHAR(500),
  buyer_pics   VARCHAR(2000),
  answer       VARCHAR(500),
  answer_pics  VARCHAR(500),
  answer_time  DATETIME,
  upd_time     DATETIME      NOT NULL
);
