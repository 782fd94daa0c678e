-- Events that name only WeChat's own id of a product are looked up by it.
CREATE INDEX product_link_wechat ON product_link (account, product_id);
