/** Money and bounds: fees, holds, collars, what blocks an order. */
package io.vexchange.engine.risk;
