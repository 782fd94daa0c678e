-- Port shipments: litemall ships an order as a whole, with one tracking number. The buyer's openid is known
-- from the order. 301 shipped, 401 and 402 received.
SELECT
  o.order_sn                                        AS `out_order_id`,
  1                                                 AS `finish_all_delivery`,
  o.ship_time                                       AS `ship_done_time`,
  IF(o.order_status IN (401, 402), 1, 0)            AS `received`,
  o.ship_channel                                    AS `delivery_list.delivery_id`,
  o.ship_sn                                         AS `delivery_list.waybill_id`,
  g.goods_id                                        AS `delivery_list.out_product_id`,
  g.product_id                                      AS `delivery_list.out_sku_id`,
  g.number                                          AS `delivery_list.product_cnt`
FROM litemall_order o
JOIN litemall_order_goods g ON g.order_id = o.id AND g.deleted = 0
WHERE o.order_status IN (301, 401, 402)
  AND o.deleted = 0
  AND :keys(o.order_sn)
ORDER BY o.order_sn, g.id
