-- Port order-closed: an order that ended at WeChat without being paid.
UPDATE so_head
SET
  st = :status,
  upd_time = CURRENT_TIMESTAMP
WHERE so_no = :out_order_id
  AND st = 'N';
