-- Finds products by the time of change of the product or of any of its SKUs, page by page.
SELECT c.changed_key, c.changed_at
FROM (
  SELECT
    g.id AS changed_key,
    GREATEST(
      COALESCE(g.update_time, g.add_time),
      COALESCE(MAX(p.update_time), g.add_time)
    ) AS changed_at
  FROM litemall_goods g
  LEFT JOIN litemall_goods_product p ON p.goods_id = g.id
  GROUP BY g.id, g.update_time, g.add_time
) c
WHERE c.changed_at > :since
   OR (c.changed_at = :since AND c.changed_key > :since_key)
ORDER BY c.changed_at, c.changed_key
LIMIT :limit
