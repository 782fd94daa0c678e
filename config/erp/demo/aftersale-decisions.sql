-- Port aftersale-decisions: what the clerk decided. Agreeing to a return lets the goods come back; the money
-- goes when the clerk says that they are here.
SELECT
  t.wx_svc_no                                        AS `aftersale_id`,
  CASE
    WHEN t.verdict = 'Y' AND t.kind = 'R' THEN 'acceptrefund'
    WHEN t.verdict = 'Y' THEN 'acceptreturn'
    WHEN t.verdict = 'G' THEN 'acceptrefund'
    WHEN t.verdict = 'P' THEN 'upload_certificates'
    WHEN t.verdict = 'N' THEN 'reject'
  END                                                AS `decision`,
  t.verdict_amt                                      AS `orderamt`,
  t.verdict_say                                      AS `reason`,
  t.verdict_pics                                     AS `proof`,
  t.verdict_ver                                      AS `update_time`,
  t.verdict_time                                     AS `decided_at`,
  u.until_time                                       AS `after_sale_deadline`,
  '演示商店退货组'                                     AS `address_info.receiver_name`,
  '02088888888'                                      AS `address_info.tel_number`,
  '广东省'                                            AS `address_info.province`,
  '广州市'                                            AS `address_info.city`,
  '海珠区'                                            AS `address_info.town`,
  '新港中路 397 号 1 号仓'                              AS `address_info.detailed_address`
FROM svc_ticket t
LEFT JOIN so_until u ON u.so_no = t.so_no
WHERE t.verdict IS NOT NULL
  AND :keys(t.wx_svc_no)
ORDER BY t.wx_svc_no
