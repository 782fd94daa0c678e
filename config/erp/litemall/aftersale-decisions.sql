-- Port aftersale-decisions: what the clerk decided. 2 is agreed: a return may come back, a refund without
-- return is paid; 3 is refunded: the goods are back and the money goes; 4 is refused.
SELECT
  d.wx_key                                              AS `aftersale_id`,
  d.decision                                            AS `decision`,
  d.amount                                              AS `orderamt`,
  d.comment                                             AS `reason`,
  d.pictures                                            AS `proof`,
  d.handle_time                                         AS `decided_at`
FROM (
  SELECT
    CASE WHEN a.aftersale_sn LIKE 'WX%' THEN SUBSTRING(a.aftersale_sn, 3) ELSE a.aftersale_sn END AS wx_key,
    CASE
      WHEN a.status = 2 AND a.type = 2 THEN 'acceptreturn'
      WHEN a.status IN (2, 3) THEN 'acceptrefund'
      WHEN a.status = 4 THEN 'reject'
    END AS decision,
    a.amount,
    '' AS comment,
    a.pictures,
    a.handle_time
  FROM litemall_aftersale a
  WHERE a.status IN (2, 3, 4)
    AND a.handle_time IS NOT NULL
    AND a.deleted = 0
) d
WHERE :keys(d.wx_key)
ORDER BY d.wx_key
