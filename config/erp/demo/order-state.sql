-- Port order-state: what WeChat has of an order, into the shop's side table.
INSERT INTO wx_order (so_no, wx_order_no, wx_state, wx_state_name, wx_amt, wx_pay_no, wx_pay_time,
  wx_ticket, wx_ticket_end, wx_promoter, wx_sharer, upd_time)
VALUES (:out_order_id, :order_id, :status, :status_name, :order_price, :transaction_id, :pay_time,
  :ticket, :ticket_expire_time, :promoter_id, :sharer_openid, CURRENT_TIMESTAMP)
ON DUPLICATE KEY UPDATE
  wx_order_no = VALUES(wx_order_no),
  wx_state = VALUES(wx_state),
  wx_state_name = VALUES(wx_state_name),
  wx_amt = VALUES(wx_amt),
  wx_pay_no = VALUES(wx_pay_no),
  wx_pay_time = VALUES(wx_pay_time),
  -- WeChat gives the ticket once, with the order.
  wx_ticket = COALESCE(VALUES(wx_ticket), wx_ticket),
  wx_ticket_end = COALESCE(VALUES(wx_ticket_end), wx_ticket_end),
  wx_promoter = VALUES(wx_promoter),
  wx_sharer = VALUES(wx_sharer),
  upd_time = VALUES(upd_time);

-- What WeChat ended, the shop's own letter says too.
UPDATE so_head
SET st = CASE WHEN :status = 200 THEN 'R' ELSE 'F' END
WHERE so_no = :out_order_id
  AND (:status = 200 AND st IN ('P', 'D', 'S', 'F') OR :status = 100 AND st IN ('P', 'D', 'S'));
