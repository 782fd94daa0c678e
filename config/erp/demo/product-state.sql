-- Port product-state: what WeChat made of a product, into the shop's side table.
INSERT INTO wx_goods (goods_no, wx_goods_id, wx_state, wx_reason, upd_time)
VALUES (:out_product_id, :product_id, CONCAT(:edit_status, '/', :status), :reject_reason, CURRENT_TIMESTAMP)
ON DUPLICATE KEY UPDATE
  wx_goods_id = VALUES(wx_goods_id),
  wx_state = VALUES(wx_state),
  wx_reason = VALUES(wx_reason),
  upd_time = VALUES(upd_time);
