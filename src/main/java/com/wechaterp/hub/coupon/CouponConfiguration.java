package com.wechaterp.hub.coupon;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CouponConfiguration {

  @Bean
  CouponFlow couponFlow(WeChat wechat, JdbcClient jdbc, WorkList work, Timeline timeline) {
    Clock clock = Clock.systemUTC();
    CouponCallback callback = new CouponCallback(wechat, jdbc, clock);
    return new CouponFlow(callback, wechat, jdbc, work, timeline, clock);
  }

  @Bean
  CouponReply couponReply(Erp erp, WorkList work) {
    return new CouponReply(erp, work, Clock.systemUTC());
  }
}
