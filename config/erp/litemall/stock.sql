-- Port stock: prices and stock of SKUs.
SELECT
  p.goods_id                                AS `out_product_id`,
  p.id                                      AS `skus.out_sku_id`,
  p.price                                   AS `skus.sale_price`,
  GREATEST(g.counter_price, p.price)        AS `skus.market_price`,
  p.number                                  AS `skus.stock_num`
FROM litemall_goods_product p
JOIN litemall_goods g ON g.id = p.goods_id
WHERE p.deleted = 0
  AND :keys(p.goods_id)
ORDER BY p.goods_id, p.id
