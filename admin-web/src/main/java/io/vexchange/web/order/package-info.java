/** Operations on orders. */
package io.vexchange.web.order;
