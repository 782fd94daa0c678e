-- Port sharer: a sharer with what was sold through them.
INSERT INTO wx_sharer (cust_wx, nick, bind_st, sold_amt, sold_cnt)
VALUES (:openid, :nickname, :bind_status_name, :gmv, :order_cnt)
ON DUPLICATE KEY UPDATE
  nick = VALUES(nick),
  bind_st = VALUES(bind_st),
  sold_amt = VALUES(sold_amt),
  sold_cnt = VALUES(sold_cnt);
