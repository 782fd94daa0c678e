-- Finds products by the shop's time of change, page by page.
SELECT
  g.goods_no AS changed_key,
  g.upd_time AS changed_at
FROM goods g
WHERE g.upd_time > :since
   OR (g.upd_time = :since AND g.goods_no > :since_key)
ORDER BY g.upd_time, g.goods_no
LIMIT :limit
