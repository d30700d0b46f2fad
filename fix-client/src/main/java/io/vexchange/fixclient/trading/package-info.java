/** Trading by hand and by script over QuickFIX/J with its stock FIX 4.4 dictionary. */
package io.vexchange.fixclient.trading;
