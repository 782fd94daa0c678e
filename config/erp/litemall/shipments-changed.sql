-- Finds shipped orders by their time of change, page by page.
SELECT
  o.order_sn                            AS changed_key,
  COALESCE(o.update_time, o.ship_time)  AS changed_at
FROM litemall_order o
WHERE o.order_status IN (301, 401, 402)
  AND (COALESCE(o.update_time, o.ship_time) > :since
    OR (COALESCE(o.update_time, o.ship_time) = :since AND o.order_sn > :since_key))
ORDER BY changed_at, changed_key
LIMIT :limit
