package com.wechaterp.hub.image;

/** The pictures WeChat has. */
public interface Images {

  /**
   * Returns WeChat's link of a picture, uploading it if the account has not got its content yet.
   *
   * @param account the WeChat account
   * @param source an http, https or file address
   * @throws ImageException if the picture cannot be fetched, is too large or is no jpg or png
   */
  String link(String account, String source);
}
