package io.vexchange.web.problem;

import java.util.List;

/**
 * A problem document (RFC 9457) with the venue's members.
 *
 * @param type a path of this venue that opens
 * @param title what the code means
 * @param status HTTP status
 * @param code stable code, the one of FIX 58 where there is one
 * @param detail the values behind it
 * @param instance path of the request
 * @param requestId of the request
 * @param fields every wrong member at once
 * @param order the order concerned, or null
 */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String instance,
        String requestId,
        List<FieldFault> fields,
        Object order) {}
