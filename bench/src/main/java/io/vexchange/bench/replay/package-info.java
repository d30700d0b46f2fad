/** The matching core and its yardsticks, fed from a workload file in this process. */
package io.vexchange.bench.replay;
