/**
 * The platform's contract: operations, fields, enumerations, error codes and events, loaded once.
 */
@NullMarked
package com.wechaterp.hub.wechat.contract;

import org.jspecify.annotations.NullMarked;
