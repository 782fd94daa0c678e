package com.wechaterp.hub.wechat.contract;

import java.util.List;

/**
 * One operation of the platform.
 *
 * @param id its path without the leading slash, such as {@code shop/spu/add}
 * @param method the HTTP method
 * @param group the group, the name of its file
 * @param zh its name in WeChat's documentation
 * @param en its name in English
 * @param multipart whether the body is multipart/form-data instead of JSON
 * @param token whether it needs an access token
 * @param reads whether it only asks and changes nothing at the platform
 * @param query query parameters besides the access token
 * @param request the fields of the request body
 * @param response the fields of the answer besides errcode and errmsg
 * @param doc the title of the official page
 * @param notes what else to know
 */
public record Operation(
    String id,
    String method,
    String group,
    String zh,
    String en,
    boolean multipart,
    boolean token,
    boolean reads,
    List<Field> query,
    List<Field> request,
    List<Field> response,
    String doc,
    String notes) {

  /** Returns the path on the server, with the leading slash. */
  public String path() {
    return "/" + id;
  }
}
