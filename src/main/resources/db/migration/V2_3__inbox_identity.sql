-- The key of an event names its account too, so that many are looked up at once by it alone.
ALTER TABLE inbox_event ADD CONSTRAINT inbox_event_identity UNIQUE (event_key);
ALTER TABLE inbox_event DROP CONSTRAINT inbox_event_once;
