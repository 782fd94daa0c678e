-- Port order-paid: 101 (not paid) becomes 201 (paid) once.
UPDATE litemall_order
SET
  order_status = 201,
  pay_id = :transaction_id,
  pay_time = :pay_time,
  update_time = NOW()
WHERE order_sn = :out_order_id
  AND order_status = 101;
