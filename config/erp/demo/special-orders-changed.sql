-- Finds such sales by their time of change, page by page.
SELECT
  o.sale_no  AS changed_key,
  o.upd_time AS changed_at
FROM out_sale o
WHERE (o.trial = 'Y' OR o.late_until IS NOT NULL)
  AND (o.upd_time > :since
   OR (o.upd_time = :since AND o.sale_no > :since_key))
ORDER BY o.upd_time, o.sale_no
LIMIT :limit
