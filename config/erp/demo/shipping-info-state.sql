-- Port shipping-info-state: where a payment outside the component stands.
INSERT INTO wx_ship (sale_no, pay_no, state, state_name, all_gone, times, disputed, upd_time)
VALUES (:out_order_id, :transaction_id, :order_state, :order_state_name, :finish_shipping,
  :finish_shipping_count, :in_complaint, CURRENT_TIMESTAMP)
ON DUPLICATE KEY UPDATE
  state = VALUES(state),
  state_name = VALUES(state_name),
  all_gone = VALUES(all_gone),
  times = VALUES(times),
  disputed = VALUES(disputed),
  upd_time = VALUES(upd_time);
