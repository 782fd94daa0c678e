-- Port withdrawal: where a withdrawal stands.
INSERT INTO wx_withdraw (draw_no, money, memo, state, reason, upd_time)
VALUES (:out_request_no, :amount, :remark, :status, :reason, CURRENT_TIMESTAMP)
ON DUPLICATE KEY UPDATE
  state = VALUES(state),
  reason = VALUES(reason),
  upd_time = VALUES(upd_time);
