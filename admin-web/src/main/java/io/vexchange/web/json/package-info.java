/** JSON in and out: strict reading of requests, writing of shapes and of frames. */
package io.vexchange.web.json;
