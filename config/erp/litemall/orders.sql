-- Port orders: one row a line, of buyers who came by the mini-program. litemall keeps discounts for the
-- whole order: coupon, points, and what a group purchase takes off the goods; the hub shares them out.
SELECT
  o.order_sn                                        AS `out_order_id`,
  o.user_id                                         AS `out_user_id`,
  u.weixin_openid                                   AS `openid`,
  CONCAT('pages/ucenter/orderDetail/orderDetail?id=', o.id) AS `path`,
  o.add_time                                        AS `create_time`,
  o.actual_price                                    AS `order_price`,
  o.freight_price                                   AS `freight`,
  o.coupon_price + o.integral_price + t.total - o.goods_price AS `discounted_price`,
  o.order_status                                    AS `action_type`,
  1                                                 AS `delivery_type`,
  o.pay_id                                          AS `transaction_id`,
  o.pay_time                                        AS `pay_time`,
  o.consignee                                       AS `receiver_name`,
  o.mobile                                          AS `tel_number`,
  o.address                                         AS `detailed_address`,
  l.goods_id                                        AS `product_infos.out_product_id`,
  l.product_id                                      AS `product_infos.out_sku_id`,
  l.number                                          AS `product_infos.product_cnt`,
  l.price                                           AS `product_infos.sale_price`,
  CONCAT('pages/goods/goods?id=', l.goods_id)       AS `product_infos.path`,
  l.goods_name                                      AS `product_infos.title`,
  IF(l.pic_url LIKE 'http%', l.pic_url, g.pic_url)  AS `product_infos.head_img`
FROM litemall_order o
JOIN litemall_user u ON u.id = o.user_id AND u.weixin_openid <> ''
JOIN litemall_order_goods l ON l.order_id = o.id AND l.deleted = 0
JOIN (
  SELECT order_id, SUM(price * number) AS total
  FROM litemall_order_goods
  WHERE deleted = 0
  GROUP BY order_id
) t ON t.order_id = o.id
LEFT JOIN litemall_goods g ON g.id = l.goods_id
WHERE :keys(o.order_sn)
ORDER BY o.order_sn, l.id
