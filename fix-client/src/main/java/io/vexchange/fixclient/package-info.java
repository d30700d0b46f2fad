/** The FIX client's program: a shell, scripts, and a load generator. */
package io.vexchange.fixclient;
