-- Port complaint: a dispute as WeChat has it, for the clerk to answer.
INSERT INTO wx_dispute (dispute_no, wx_svc_no, state, state_name, what, judged, until_time, buyer_says,
  buyer_pics, upd_time)
VALUES (:complaint_order_id, :aftersale_id, :state, :state_name, :type_name, :judge_result_name, :deadline,
  :user_content, :user_media_url_list, CURRENT_TIMESTAMP)
ON DUPLICATE KEY UPDATE
  state = VALUES(state),
  state_name = VALUES(state_name),
  judged = VALUES(judged),
  until_time = VALUES(until_time),
  buyer_says = VALUES(buyer_says),
  buyer_pics = VALUES(buyer_pics),
  upd_time = VALUES(upd_time);
