-- Port aftersale: a ticket as WeChat has it. An order the shop does not have gives NULL for so_no, which the
-- table refuses: the ticket then waits alone, with that reason.
INSERT INTO svc_ticket (svc_no, so_no, item_no, qty, kind, amt, why_no, why, pics, express, express_no,
  wx_svc_no, wx_state, wx_state_name, wx_amt, wx_until, wx_ver, wx_refund_no, upd_time)
VALUES (
  CASE WHEN :out_aftersale_id = '' THEN CONCAT('WX', :aftersale_id) ELSE :out_aftersale_id END,
  (SELECT h.so_no FROM so_head h WHERE h.so_no = :out_order_id),
  :out_sku_id, :product_cnt, :type, :orderamt, :refund_reason_type, :refund_reason, :media_list,
  :delivery_id, :waybill_id,
  CASE WHEN :aftersale_id = '' THEN :out_aftersale_id ELSE :aftersale_id END,
  :status, :status_name, :orderamt, :deadline, :update_time, :refund_id, CURRENT_TIMESTAMP)
ON DUPLICATE KEY UPDATE
  amt = CASE WHEN svc_no LIKE 'WX%' THEN VALUES(amt) ELSE amt END,
  why = CASE WHEN svc_no LIKE 'WX%' THEN VALUES(why) ELSE why END,
  express = CASE WHEN VALUES(express_no) = '' THEN express ELSE VALUES(express) END,
  express_no = CASE WHEN VALUES(express_no) = '' THEN express_no ELSE VALUES(express_no) END,
  wx_svc_no = VALUES(wx_svc_no),
  wx_state = VALUES(wx_state),
  wx_state_name = VALUES(wx_state_name),
  wx_amt = VALUES(wx_amt),
  wx_until = VALUES(wx_until),
  wx_ver = VALUES(wx_ver),
  wx_refund_no = VALUES(wx_refund_no),
  upd_time = VALUES(upd_time);
