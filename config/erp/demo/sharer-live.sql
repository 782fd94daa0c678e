-- Port sharer-live: what a sharer sold in one live room.
INSERT INTO wx_sharer_live (live_no, cust_wx, host, begun, ended, sold_amt, sold_cnt)
VALUES (:live_export_id, :openid, :live_nickname, :live_start_time, :live_end_time, :gmv, :order_cnt)
ON DUPLICATE KEY UPDATE
  ended = VALUES(ended),
  sold_amt = VALUES(sold_amt),
  sold_cnt = VALUES(sold_cnt);
