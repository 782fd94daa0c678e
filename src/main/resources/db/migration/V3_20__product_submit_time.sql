-- WeChat's own submit_time of the draft last seen, which tells whether a submission without an answer arrived.
ALTER TABLE product_link ADD COLUMN submit_time VARCHAR(32) NOT NULL DEFAULT '';
