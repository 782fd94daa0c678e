-- Port products: one row a SKU, the product's columns repeated.
SELECT
  g.goods_no                                            AS `out_product_id`,
  g.goods_name                                          AS `title`,
  CONCAT('pages/goods/detail?no=', g.goods_no)          AS `path`,
  g.pics                                                AS `head_img`,
  g.detail_pics                                         AS `desc_imgs`,
  g.memo                                                AS `desc`,
  g.cls_code                                            AS `third_cat_id`,
  g.state                                               AS `on_sale`,
  CASE WHEN g.state = 'X' THEN 1 ELSE 0 END             AS `deleted`,
  i.item_no                                             AS `skus.out_sku_id`,
  CONCAT(g.goods_no, '-1.png')                          AS `skus.thumb_img`,
  i.price                                               AS `skus.sale_price`,
  i.tag_price                                           AS `skus.market_price`,
  COALESCE(q.qty, 0)                                    AS `skus.stock_num`,
  i.item_no                                             AS `skus.sku_code`,
  i.bar_no                                              AS `skus.barcode`,
  CONCAT('颜色:', i.color, ';规格:', i.spec)             AS `skus.attrs`
FROM goods g
JOIN goods_item i ON i.goods_no = g.goods_no
LEFT JOIN store_qty q ON q.item_no = i.item_no
WHERE :keys(g.goods_no)
ORDER BY g.goods_no, i.line_no
