-- When WeChat last saw that an account answers claims of coupons (coupon/confirm).
CREATE TABLE coupon_callback (
  account VARCHAR(64) ${binary} NOT NULL PRIMARY KEY,
  confirmed_at DATETIME(6) NOT NULL
);
