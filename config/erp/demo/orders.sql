-- Port orders: one row a line, the order's columns repeated. The shop gives no price of its own for a
-- line with a discount, so the hub shares the discount out.
SELECT
  h.so_no                                                AS `out_order_id`,
  h.cust_wx                                              AS `openid`,
  h.pay_way                                              AS `fund_type`,
  CONCAT('pages/order/detail?no=', h.so_no)              AS `path`,
  h.live_trace                                           AS `trace_id`,
  h.made                                                 AS `create_time`,
  TIMESTAMPADD(MINUTE, h.keep_min, h.made)               AS `expire_time`,
  h.amt                                                  AS `order_price`,
  h.freight_amt                                          AS `freight`,
  h.off_amt                                              AS `discounted_price`,
  h.prepay_no                                            AS `prepay_id`,
  h.prepay_time                                          AS `prepay_time`,
  h.st                                                   AS `action_type`,
  h.pay_no                                               AS `transaction_id`,
  h.pay_time                                             AS `pay_time`,
  w.way                                                  AS `delivery_type`,
  -- "receiver/telephone/address"
  SUBSTRING(h.ship_to, 1, LOCATE('/', h.ship_to) - 1)    AS `receiver_name`,
  SUBSTRING(
    h.ship_to,
    LOCATE('/', h.ship_to) + 1,
    LOCATE('/', h.ship_to, LOCATE('/', h.ship_to) + 1) - LOCATE('/', h.ship_to) - 1
  )                                                      AS `tel_number`,
  SUBSTRING(
    h.ship_to,
    LOCATE('/', h.ship_to, LOCATE('/', h.ship_to) + 1) + 1
  )                                                      AS `detailed_address`,
  g.goods_no                                             AS `product_infos.out_product_id`,
  l.item_no                                              AS `product_infos.out_sku_id`,
  l.qty                                                  AS `product_infos.product_cnt`,
  l.price                                                AS `product_infos.sale_price`,
  CONCAT('pages/goods/detail?no=', g.goods_no)           AS `product_infos.path`,
  g.goods_name                                           AS `product_infos.title`,
  CONCAT(g.goods_no, '-1.png')                           AS `product_infos.head_img`
FROM so_head h
JOIN so_line l ON l.so_no = h.so_no
LEFT JOIN so_way w ON w.so_no = h.so_no
LEFT JOIN goods_item i ON i.item_no = l.item_no
LEFT JOIN goods g ON g.goods_no = i.goods_no
WHERE :keys(h.so_no)
ORDER BY h.so_no, l.line_no
