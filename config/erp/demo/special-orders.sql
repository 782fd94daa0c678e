-- Port special-orders: sales that are sent later than WeChat expects, or never.
SELECT
  o.sale_no                                   AS `out_order_id`,
  o.pay_no                                    AS `transaction_id`,
  CASE WHEN o.trial = 'Y' THEN 2 ELSE 1 END   AS `type`,
  o.late_until                                AS `delay_to`
FROM out_sale o
WHERE (o.trial = 'Y' OR o.late_until IS NOT NULL)
  AND :keys(o.sale_no)
ORDER BY o.sale_no
