package com.wechaterp.hub.plan;

/**
 * One call to make.
 *
 * @param operation the platform operation, written as in the {@code wechat:} component, such as
 *     {@code shop/spu/add}
 * @param subject what the call is about, still canonical; a transformer makes the body from it
 * @param why one phrase for the dry run and the timeline, such as {@code new on sale}
 */
public record Call(String operation, Object subject, String why) {}
