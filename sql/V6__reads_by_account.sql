-- The trades of an account are read by REST and FIX, newest first, whichever side it was on.
create index trades_buy_account on exchange.trades (buy_account, id desc);
create index trades_sell_account on exchange.trades (sell_account, id desc);
