-- Finds orders of the mini-program by their time of change, page by page.
SELECT c.changed_key, c.changed_at
FROM (
  SELECT
    o.order_sn                          AS changed_key,
    COALESCE(o.update_time, o.add_time) AS changed_at
  FROM litemall_order o
  JOIN litemall_user u ON u.id = o.user_id AND u.weixin_openid <> ''
) c
WHERE c.changed_at > :since
   OR (c.changed_at = :since AND c.changed_key > :since_key)
ORDER BY c.changed_at, c.changed_key
LIMIT :limit
