package io.vexchange.web;

import io.vexchange.web.access.Credentials;
import io.vexchange.web.market.MarketView;

/**
 * The venue behind the web server, once it has recovered.
 *
 * @param credentials tokens in force
 * @param market market data
 */
public record WebParts(Credentials credentials, MarketView market) {}
