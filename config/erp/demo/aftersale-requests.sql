-- Port aftersale-requests: tickets the shop itself opened, not those that came from WeChat.
SELECT
  t.svc_no                                           AS `out_aftersale_id`,
  t.so_no                                            AS `out_order_id`,
  t.kind                                             AS `type`,
  t.amt                                              AS `orderamt`,
  t.why_no                                           AS `refund_reason_type`,
  t.why                                              AS `refund_reason`,
  t.pics                                             AS `media_list`,
  t.withdrawn                                        AS `cancel`,
  t.express                                          AS `delivery_id`,
  t.express_no                                       AS `waybill_id`,
  t.own_st                                           AS `status`,
  CONCAT('pages/service/detail?no=', t.svc_no)       AS `path`,
  t.asked_time                                       AS `create_time`,
  i.goods_no                                         AS `product_infos.out_product_id`,
  t.item_no                                          AS `product_infos.out_sku_id`,
  t.qty                                              AS `product_infos.product_cnt`
FROM svc_ticket t
LEFT JOIN goods_item i ON i.item_no = t.item_no
WHERE t.svc_no NOT LIKE 'WX%'
  AND :keys(t.svc_no)
ORDER BY t.svc_no
