-- Port order-paid: the first statement takes effect once, because it asks for the state; the others run
-- only if it did.
UPDATE so_head
SET
  st = 'P',
  pay_no = :transaction_id,
  pay_time = :pay_time,
  upd_time = CURRENT_TIMESTAMP
WHERE so_no = :out_order_id
  AND st = 'N';

INSERT INTO pay_log (so_no, pay_no, amt, logged)
VALUES (:out_order_id, :transaction_id, :order_price, CURRENT_TIMESTAMP);

UPDATE store_qty
SET qty = GREATEST(0, qty - COALESCE((
  SELECT SUM(l.qty) FROM so_line l WHERE l.so_no = :out_order_id AND l.item_no = store_qty.item_no), 0))
WHERE item_no IN (SELECT l.item_no FROM so_line l WHERE l.so_no = :out_order_id);
