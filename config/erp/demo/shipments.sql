-- Port shipments: one row a line of a delivery note. The shop's tables do not say when an order is
-- shipped in full, so the hub goes by the quantities. What stands in out_sale was sold outside WeChat's
-- trade component: there the note needs the payment and what WeChat shows of the goods.
SELECT
  n.so_no                                        AS `out_order_id`,
  o.cust_wx                                      AS `openid`,
  w.way                                          AS `delivery_type`,
  MAX(n.gone) OVER (PARTITION BY n.so_no)        AS `ship_done_time`,
  CASE WHEN h.st = 'F' THEN 1 ELSE 0 END         AS `received`,
  o.pay_no                                       AS `transaction_id`,
  o.got                                          AS `received_time`,
  o.tel                                          AS `receiver_contact`,
  n.exp_name                                     AS `delivery_list.delivery_id`,
  n.exp_no                                       AS `delivery_list.waybill_id`,
  i.item_no                                      AS `delivery_list.out_sku_id`,
  i.qty                                          AS `delivery_list.product_cnt`,
  CASE WHEN o.sale_no IS NULL THEN NULL ELSE g.goods_name END AS `delivery_list.item_desc`,
  l.part_pay                                     AS `delivery_list.transaction_id`
FROM dlv_note n
JOIN dlv_item i ON i.note_no = n.note_no
LEFT JOIN so_head h ON h.so_no = n.so_no
LEFT JOIN so_way w ON w.so_no = n.so_no
LEFT JOIN out_sale o ON o.sale_no = n.so_no
LEFT JOIN out_line l ON l.sale_no = n.so_no AND l.item_no = i.item_no
LEFT JOIN goods_item gi ON gi.item_no = i.item_no
LEFT JOIN goods g ON g.goods_no = gi.goods_no
WHERE n.gone IS NOT NULL
  AND :keys(n.so_no)
ORDER BY n.so_no, n.note_no, i.item_no
