package com.wechaterp.hub.image;

/** Thrown when a picture cannot be used; the message says why in a phrase. */
public class ImageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ImageException(String why) {
    super(why);
  }
}
