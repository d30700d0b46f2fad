/** The frame around every operation: the table of operations, the order of checks, requests and answers. */
package io.vexchange.web.http;
