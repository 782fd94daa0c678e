-- Port shipment-state: a parcel that WeChat has, into the shop's side table.
INSERT INTO wx_dlv (so_no, wx_exp_no, wx_exp, all_gone, upd_time)
VALUES (:out_order_id, :waybill_id, CONCAT(:delivery_id, ' ', :delivery_name), :finish_all_delivery, CURRENT_TIMESTAMP)
ON DUPLICATE KEY UPDATE
  wx_exp = VALUES(wx_exp),
  all_gone = VALUES(all_gone),
  upd_time = VALUES(upd_time);
