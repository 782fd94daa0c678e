-- Finds orders whose delivery notes changed, or whose goods the buyer has, page by page.
SELECT c.changed_key, c.changed_at
FROM (
  SELECT
    n.so_no AS changed_key,
    MAX(GREATEST(
      n.upd_time,
      CASE WHEN h.st = 'F' THEN h.upd_time ELSE n.upd_time END,
      COALESCE(o.upd_time, n.upd_time))) AS changed_at
  FROM dlv_note n
  LEFT JOIN so_head h ON h.so_no = n.so_no
  LEFT JOIN out_sale o ON o.sale_no = n.so_no
  GROUP BY n.so_no
) c
WHERE c.changed_at > :since
   OR (c.changed_at = :since AND c.changed_key > :since_key)
ORDER BY c.changed_at, c.changed_key
LIMIT :limit
