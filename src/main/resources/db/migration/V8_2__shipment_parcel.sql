-- What was sent of each parcel, noted before it is sent; WeChat shows only the courier and the waybill.
-- A shipment without parcels (no courier, offline, pick-up) has one row with empty ids.
CREATE TABLE shipment_parcel (
  account VARCHAR(64) ${binary} NOT NULL,
  out_order_id VARCHAR(128) ${binary} NOT NULL,
  delivery_id VARCHAR(64) ${binary} NOT NULL,
  waybill_id VARCHAR(128) ${binary} NOT NULL,
  goods LONGTEXT NOT NULL,
  state VARCHAR(8) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  told VARCHAR(16) NOT NULL,
  PRIMARY KEY (account, out_order_id, delivery_id, waybill_id)
);
