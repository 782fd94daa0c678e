-- Port order-closed: 101 (not paid) becomes 102 or 103 (cancelled) once, and its goods go back into stock,
-- as litemall does when it cancels itself.
UPDATE litemall_order
SET
  order_status = :status,
  end_time = NOW(),
  update_time = NOW()
WHERE order_sn = :out_order_id
  AND order_status = 101;

UPDATE litemall_goods_product p
JOIN (
  SELECT l.product_id, SUM(l.number) AS number
  FROM litemall_order_goods l
  JOIN litemall_order o ON o.id = l.order_id
  WHERE o.order_sn = :out_order_id
    AND l.deleted = 0
  GROUP BY l.product_id
) back ON back.product_id = p.id
SET
  p.number = p.number + back.number,
  p.update_time = NOW();
