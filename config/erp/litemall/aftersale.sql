-- Port aftersale: litemall's own table. There is no unique key for WeChat's id, so the row is found first, and
-- its id, or NULL for a new one, decides between insert and update. An order litemall does not have gives
-- NULL for order_id, which the table refuses. What the clerk decided stays until WeChat has it, unless the
-- buyer has asked anew since.
INSERT INTO litemall_aftersale (id, aftersale_sn, order_id, user_id, type, reason, amount, pictures, comment,
  status, add_time, update_time)
SELECT
  a.id,
  n.sn,
  o.id,
  o.user_id,
  CASE WHEN :type = 2 THEN 2 WHEN o.confirm_time IS NULL THEN 0 ELSE 1 END,
  LEFT(:refund_reason, 31),
  :orderamt,
  LEFT(:media_list, 1023),
  LEFT(CONCAT('微信售后：', :status_name), 511),
  CASE
    WHEN :status = 13 THEN 3
    WHEN :status IN (1, 7) THEN 5
    WHEN :status IN (4, 5) THEN 4
    WHEN :status IN (6, 8, 11, 25) THEN 2
    ELSE 1
  END,
  NOW(),
  NOW()
FROM (
  SELECT CASE WHEN :out_aftersale_id = '' THEN CONCAT('WX', :aftersale_id) ELSE :out_aftersale_id END AS sn
) n
LEFT JOIN litemall_aftersale a ON a.aftersale_sn = n.sn AND a.deleted = 0
LEFT JOIN litemall_order o ON o.order_sn = :out_order_id AND o.deleted = 0
ON DUPLICATE KEY UPDATE
  amount = CASE WHEN litemall_aftersale.aftersale_sn LIKE 'WX%' THEN VALUES(amount) ELSE litemall_aftersale.amount END,
  comment = VALUES(comment),
  status = CASE
    WHEN VALUES(status) IN (3, 4, 5) THEN VALUES(status)
    WHEN VALUES(status) = 1 AND litemall_aftersale.handle_time < :update_time THEN 1
    ELSE litemall_aftersale.status
  END;

UPDATE litemall_order o
JOIN litemall_aftersale a ON a.order_id = o.id
SET o.aftersale_status = a.status
WHERE a.aftersale_sn = CASE
    WHEN :out_aftersale_id = '' THEN CONCAT('WX', :aftersale_id)
    ELSE :out_aftersale_id
  END;
