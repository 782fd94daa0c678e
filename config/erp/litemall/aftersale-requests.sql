-- Port aftersale-requests: what buyers opened in litemall's own pages. litemall refunds whole orders and WeChat
-- single lines, so only orders of one line go to WeChat; the hub says so of the others.
SELECT
  a.aftersale_sn                                        AS `out_aftersale_id`,
  o.order_sn                                            AS `out_order_id`,
  CASE WHEN a.type = 2 THEN 2 ELSE 1 END                AS `type`,
  a.amount                                              AS `orderamt`,
  a.reason                                              AS `refund_reason`,
  a.pictures                                            AS `media_list`,
  CASE WHEN a.status = 5 THEN 1 ELSE 0 END              AS `cancel`,
  CONCAT('pages/ucenter/aftersaleDetail/aftersaleDetail?id=', o.id) AS `path`,
  a.add_time                                            AS `create_time`,
  g.goods_id                                            AS `product_infos.out_product_id`,
  g.product_id                                          AS `product_infos.out_sku_id`,
  g.number                                              AS `product_infos.product_cnt`
FROM litemall_aftersale a
JOIN litemall_order o ON o.id = a.order_id
JOIN litemall_order_goods g ON g.order_id = o.id AND g.deleted = 0
WHERE a.aftersale_sn NOT LIKE 'WX%'
  AND a.deleted = 0
  AND :keys(a.aftersale_sn)
ORDER BY a.aftersale_sn, g.id
