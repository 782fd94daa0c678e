-- What a picture's address held when it was last fetched, so that an unchanged picture is not fetched again.
CREATE TABLE image_source (
  source  VARCHAR(64)  NOT NULL PRIMARY KEY,
  stamp   VARCHAR(512) NOT NULL,
  content VARCHAR(64)  NOT NULL
);
