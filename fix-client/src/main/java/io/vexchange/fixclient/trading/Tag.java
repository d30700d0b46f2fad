package io.vexchange.fixclient.trading;

/** The FIX tags this client speaks of. */
final class Tag {
    static final int ACCOUNT = 1;
    static final int CL_ORD_ID = 11;
    static final int CUM_QTY = 14;
    static final int EXEC_ID = 17;
    static final int EXEC_INST = 18;
    static final int LAST_PX = 31;
    static final int LAST_QTY = 32;
    static final int MSG_SEQ_NUM = 34;
    static final int MSG_TYPE = 35;
    static final int ORDER_ID = 37;
    static final int ORDER_QTY = 38;
    static final int ORD_STATUS = 39;
    static final int ORD_TYPE = 40;
    static final int ORIG_CL_ORD_ID = 41;
    static final int POSS_DUP = 43;
    static final int PRICE = 44;
    static final int REF_SEQ_NUM = 45;
    static final int SIDE = 54;
    static final int SYMBOL = 55;
    static final int TEXT = 58;
    static final int TIME_IN_FORCE = 59;
    static final int TRANSACT_TIME = 60;
    static final int STOP_PX = 99;
    static final int ORD_REJ_REASON = 103;
    static final int MIN_QTY = 110;
    static final int MAX_FLOOR = 111;
    static final int EXEC_TYPE = 150;
    static final int LEAVES_QTY = 151;
    static final int REF_TAG = 371;
    static final int SESSION_REJECT_REASON = 373;
    static final int BUSINESS_REJECT_REF_ID = 379;
    static final int MASS_CANCEL_REQUEST_TYPE = 530;
    static final int TOTAL_AFFECTED_ORDERS = 533;
    static final int USERNAME = 553;
    static final int PASSWORD = 554;
    static final int ORD_STATUS_REQ_ID = 790;
    static final int SELF_TRADE_PREVENTION = 7928;

    private Tag() {}
}
