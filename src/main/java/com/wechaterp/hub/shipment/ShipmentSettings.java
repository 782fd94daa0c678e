package com.wechaterp.hub.shipment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hub.shipment.*}.
 *
 * @param unknownCourier what to do with a courier WeChat's list does not have; default hold
 */
@ConfigurationProperties("hub.shipment")
public record ShipmentSettings(@DefaultValue("hold") UnknownCourier unknownCourier) {}
