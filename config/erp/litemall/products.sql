-- Port products: one row a SKU. Pictures of SKUs are not always addresses in litemall's own data.
SELECT
  g.id                                              AS `out_product_id`,
  g.name                                            AS `title`,
  CONCAT('pages/goods/goods?id=', g.id)             AS `path`,
  g.gallery                                         AS `head_img`,
  g.detail                                          AS `desc_imgs`,
  g.brief                                           AS `desc`,
  g.category_id                                     AS `third_cat_id`,
  g.is_on_sale                                      AS `on_sale`,
  g.deleted                                         AS `deleted`,
  p.id                                              AS `skus.out_sku_id`,
  IF(p.url LIKE 'http%', p.url, IF(p.id IS NULL, NULL, g.pic_url)) AS `skus.thumb_img`,
  p.price                                           AS `skus.sale_price`,
  IF(p.id IS NULL, NULL, GREATEST(g.counter_price, p.price)) AS `skus.market_price`,
  p.number                                          AS `skus.stock_num`,
  IF(p.id IS NULL, NULL, g.goods_sn)                AS `skus.sku_code`,
  p.specifications                                  AS `skus.attrs`,
  IF(p.id IS NULL, NULL, n.names)                   AS `skus.attr_names`
FROM litemall_goods g
LEFT JOIN litemall_goods_product p ON p.goods_id = g.id AND p.deleted = 0
LEFT JOIN (
  SELECT f.goods_id, GROUP_CONCAT(f.specification ORDER BY f.first_id SEPARATOR '|') AS names
  FROM (
    SELECT goods_id, specification, MIN(id) AS first_id
    FROM litemall_goods_specification
    WHERE deleted = 0
    GROUP BY goods_id, specification
  ) f
  GROUP BY f.goods_id
) n ON n.goods_id = g.id
WHERE :keys(g.id)
ORDER BY g.id, p.id
