-- Port sharer-order: an order that came through a sharer's live room.
INSERT INTO wx_sharer_so (so_no, cust_wx, live_no, wx_state, money)
VALUES (:out_order_id, :openid, :live_export_id, :status, :order_price)
ON DUPLICATE KEY UPDATE wx_state = VALUES(wx_state), money = VALUES(money);
