-- Port shipments: one row a line of a delivery note. The shop's tables do not say when an order is
-- shipped in full, so the hub goes by the quantities.
SELECT
  n.so_no                                        AS `out_order_id`,
  MAX(n.gone) OVER (PARTITION BY n.so_no)        AS `ship_done_time`,
  n.exp_name                                     AS `delivery_list.delivery_id`,
  n.exp_no                                       AS `delivery_list.waybill_id`,
  i.item_no                                      AS `delivery_list.out_sku_id`,
  i.qty                                          AS `delivery_list.product_cnt`
FROM dlv_note n
JOIN dlv_item i ON i.note_no = n.note_no
WHERE n.gone IS NOT NULL
  AND :keys(n.so_no)
ORDER BY n.so_no, n.note_no, i.item_no
