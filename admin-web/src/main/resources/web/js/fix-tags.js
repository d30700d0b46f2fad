// Names of FIX 4.4 fields that the venue uses, for the message inspector.
const NAMES = `1 Account|6 AvgPx|7 BeginSeqNo|8 BeginString|9 BodyLength|10 CheckSum|11 ClOrdID|12 Commission|13 CommType|14 CumQty|15 Currency|16 EndSeqNo|17 ExecID|18 ExecInst|19 ExecRefID|31 LastPx|32 LastQty|34 MsgSeqNum|35 MsgType|36 NewSeqNo|37 OrderID|38 OrderQty|39 OrdStatus|40 OrdType|41 OrigClOrdID|43 PossDupFlag|44 Price|45 RefSeqNum|48 SecurityID|49 SenderCompID|50 SenderSubID|52 SendingTime|54 Side|55 Symbol|56 TargetCompID|58 Text|59 TimeInForce|60 TransactTime|75 TradeDate|83 RptSeq|97 PossResend|98 EncryptMethod|99 StopPx|102 CxlRejReason|103 OrdRejReason|108 HeartBtInt|110 MinQty|111 MaxFloor|112 TestReqID|122 OrigSendingTime|123 GapFillFlag|126 ExpireTime|136 NoMiscFees|137 MiscFeeAmt|138 MiscFeeCurr|139 MiscFeeType|141 ResetSeqNumFlag|146 NoRelatedSym|148 Headline|150 ExecType|151 LeavesQty|211 PegOffsetValue|262 MDReqID|263 SubscriptionRequestType|264 MarketDepth|265 MDUpdateType|267 NoMDEntryTypes|268 NoMDEntries|269 MDEntryType|270 MDEntryPx|271 MDEntrySize|279 MDUpdateAction|281 MDReqRejReason|320 SecurityReqID|321 SecurityRequestType|322 SecurityResponseID|324 SecurityStatusReqID|326 SecurityTradingStatus|335 TradSesReqID|336 TradingSessionID|340 TradSesStatus|354 EncodedTextLen|371 RefTagID|372 RefMsgType|373 SessionRejectReason|378 ExecRestatementReason|379 BusinessRejectRefID|380 BusinessRejectReason|423 PriceType|432 ExpireDate|434 CxlRejResponseTo|528 OrderCapacity|530 MassCancelRequestType|531 MassCancelResponse|532 MassCancelRejectReason|533 TotalAffectedOrders|534 NoAffectedOrders|553 Username|554 Password|559 SecurityListRequestType|568 TradeRequestID|569 TradeRequestType|571 TradeReportID|584 MassStatusReqID|585 MassStatusReqType|710 PosReqID|721 PosMaintRptID|724 PosReqType|789 NextExpectedMsgSeqNum|790 OrdStatusReqID|851 LastLiquidityInd|880 TrdMatchID|911 TotNumReports|912 LastRptRequested|925 NewPassword|9407 EnteredBy`;
const TYPES = {
  0: "Heartbeat", 1: "Test request", 2: "Resend request", 3: "Reject", 4: "Sequence reset", 5: "Logout", 8: "Execution report", 9: "Cancel reject",
  A: "Logon", B: "News", D: "New order", F: "Cancel request", G: "Replace request", H: "Status request", V: "Market data request", W: "Market data snapshot",
  X: "Market data increment", Y: "Market data reject", c: "Security definition request", d: "Security definition", e: "Security status request",
  f: "Security status", g: "Session status request", h: "Session status", j: "Business reject", q: "Mass cancel request", r: "Mass cancel report",
  x: "Security list request", y: "Security list", AD: "Trade request", AE: "Trade report", AF: "Mass status request", AN: "Positions request",
  AO: "Positions answer", AP: "Position report", AQ: "Trade request answer", BE: "User request", BF: "User response",
};
const names = new Map(NAMES.split("|").map((each) => each.split(" ")));

/** A message, fields parted by SOH or |, as [{ tag, name, value }]. */
export function fields(message) {
  return message
    .split(/[\u0001|]/)
    .filter((each) => each.includes("="))
    .map((each) => {
      const at = each.indexOf("=");
      const tag = each.slice(0, at);
      return { tag, name: names.get(tag) ?? "", value: each.slice(at + 1) };
    });
}

export const typeName = (type) => TYPES[type] ?? type;
